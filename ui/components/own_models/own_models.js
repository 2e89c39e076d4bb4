// All kept models that fit a page: fetched from the browser's store, shown, and removed with a way back.

import { describedOwn, ownModel } from "../shared/keeping/own.js";
import { add, all, remove } from "../shared/keeping/store.js";
import { readMessage } from "../shared/message.js";
import { hear } from "../shared/page.js";
import { palette } from "../shared/palette.js";
import { engine } from "../shared/rebuilding/engine.js";
import { Card } from "./card.js";
import { PictureView } from "./picture_view.js";
import { PlaneView } from "./plane_view.js";
import { SampleView } from "./sample_view.js";
import { WayView } from "./way_view.js";

/**
 * @typedef {import("../shared/keeping/store.js").Kept} Kept
 * @typedef {import("../shared/message.js").Message} Given what the page shows: its header and arrays
 * @typedef {{ kept: Kept, model: import("../shared/rebuilding/extras.js").Model, mode: string }} Shown
 */

const any = () => true;
const NONE = ["Train your own", ": it then appears here."];

/** What pages show, of which models, and what they say where none fits: a link, and the rest of its sentence. */
const MODES = {
  rebuild: { View: PictureView, fits: any, none: NONE },
  denoise: { View: PictureView, fits: any, none: NONE },
  between: { View: WayView, fits: any, none: NONE },
  plane: {
    View: PlaneView,
    fits: ({ settings }) => settings.code === 2,
    none: ["Train your own", " with a code of two numbers: it then appears here."],
  },
  sample: {
    View: SampleView,
    fits: ({ settings }) => settings.kind === "variational",
    none: ["Train a variational one", " of your own: it then appears here."],
  },
};

export class OwnModels {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {HTMLElement} */
    this.root = parentElement.querySelector(".own");
    this.list = this.root.querySelector(".models");
    /** @type {Given} */
    this.given = null;
    this.colours = null;
    this.settled = 0; // number of the newest drawing that Python's word is about
    this.asked = 0; // how often the store was asked
    /** @type {Map<string, { kept: Kept, view: any, element: HTMLElement }>} by the name of the network */
    this.shown = new Map();
    this.stopHearing = hear({ "own-models-changed": () => this.load() });
    this.root.querySelector("a").onclick = (event) => followed(event);
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    const given = readMessage(data);
    const before = this.given;
    this.colours = palette(this.root);
    if (before && engine.isOld(given.header.drawn)) return;
    Object.assign(this, { given, settled: engine.drawing });
    if (!before) void this.load();
    else this.take();
  }

  remove() {
    this.stopHearing();
    engine.leave(this);
  }

  get mode() {
    return MODES[this.given.header.mode];
  }

  /** Look what is kept, and show what fits; a model that is shown already stays as it is. */
  async load() {
    this.asked += 1;
    const { asked } = this;
    const kept = (await all()).filter(this.mode.fits);
    const shown = await Promise.all(kept.map((each) => this.shownOf(each)));
    if (asked !== this.asked) return;
    this.shown = new Map(shown.filter(Boolean).map((each) => [describedOwn(each.kept).name, each]));
    this.list.replaceChildren(...[...this.shown.values()].map(({ element }) => element));
    this.take();
    this.say();
  }

  /** Make what shows a kept model; nothing of one that has been damaged. */
  async shownOf(kept) {
    const network = describedOwn(kept);
    const before = this.shown.get(network.name);
    if (before) return before;
    try {
      const { mode } = this.given.header;
      const view = new this.mode.View({ kept, model: await ownModel(network), mode });
      const { element } = new Card(kept, view.element, () => this.forget(kept));
      return { kept, view, element };
    } catch {
      return null;
    }
  }

  /** Show what the page has, and follow the hand that draws from then on. */
  take() {
    for (const { view } of this.shown.values()) view.take(this.given, this.colours);
    const following = [...this.shown].filter(([, { view }]) => view.follow);
    if (!following.length) {
      engine.leave(this);
      return;
    }
    const networks = following.map(([, { kept }]) => describedOwn(kept));
    const extras = Object.fromEntries(
      following.filter(([, { view }]) => view.extra).map(([name, { view }]) => [name, view.extra(this.given)]),
    );
    engine.want(this, { networks, chosen: false, extras, show: (rebuilt) => this.follow(rebuilt) });
  }

  /** @param {import("../shared/rebuilding/engine.js").Rebuilt} rebuilt */
  follow(rebuilt) {
    const shown = this.shown.get(rebuilt.name);
    if (shown && rebuilt.drawing > this.settled) shown.view.follow(rebuilt, this.colours);
  }

  /** Say that there are none, and what was removed. */
  say() {
    const { root, mode } = this;
    const none = /** @type {HTMLElement} */ (root.querySelector(".none"));
    none.hidden = this.shown.size > 0;
    [none.querySelector("a").textContent, none.querySelector("span").textContent] = mode.none;
    root.querySelector("h2").hidden = !none.hidden;
    root.dataset.mode = this.given.header.mode;
    root.dataset.ready = "true";
  }

  /**
   * Remove a model from this browser; as long as the page is open, it can be taken back.
   *
   * @param {Kept} kept
   */
  async forget(kept) {
    const gone = /** @type {HTMLElement} */ (this.root.querySelector(".gone"));
    await remove(kept.id);
    gone.querySelector("span").textContent = `“${kept.name}” is removed from this browser.`;
    gone.hidden = false;
    const undo = gone.querySelector("button");
    undo.onclick = async () => {
      gone.hidden = true;
      await add(kept);
    };
    undo.focus();
  }
}

/** Follow a link as the menu does, which keeps the session; where there is no menu, as any link. */
function followed(event) {
  const entry = /** @type {HTMLElement} */ (
    document.querySelector('[data-testid=stSidebarNavLink][href$="/train_one"]')
  );
  if (!entry || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  entry.click();
}
