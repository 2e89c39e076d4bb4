// The notice itself. Streamlit writes the state of the connection on its outermost element.

import { UNSENT } from "../shared/outgoing.js";
import { hear } from "../shared/page.js";
import { refusal } from "./pasted.js";

const STATE = "data-test-connection-state";
const CONNECTED = "CONNECTED";
const PATIENCE = 700; // milliseconds: a shorter break is not worth a word
const FAREWELL = 4000; // milliseconds for which it stands that all is well again
const READ = 9000; // milliseconds for which it stands why a text was not pasted
const LOST =
  "The connection to the server is lost. Your drawing and your settings are safe, and you can go on drawing. " +
  "This page connects again by itself.";
const DIALOG = "[role=dialog]"; // that Streamlit opens after a while: it says less, and covers the pad
const ITS_TITLE = "Connection error";
const BACK = "Connected again.";

export class Notice {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.line = root.querySelector("p");
    this.timer = 0;
    this.lost = false;
    this.app = document.querySelector(`[${STATE}]`);
    this.observer = new MutationObserver(() => this.look());
    this.dialogs = new MutationObserver(() => closeDialog());
    this.unsent = "";
    this.stopHearing = hear({ [UNSENT]: (sentence) => this.hold(sentence) });
    this.paste = (/** @type {ClipboardEvent} */ event) => this.refuse(event);
    document.addEventListener("paste", this.paste, { capture: true });
    if (this.app) this.observer.observe(this.app, { attributes: true, attributeFilter: [STATE] });
  }

  update() {
    this.look();
  }

  look() {
    const lost = this.app !== null && this.app.getAttribute(STATE) !== CONNECTED;
    if (lost === this.lost) return;
    this.lost = lost;
    clearTimeout(this.timer);
    this.dialogs.disconnect();
    if (lost) this.dialogs.observe(document.body, { childList: true, subtree: true });
    if (lost) this.timer = setTimeout(() => this.say(LOST), PATIENCE);
    else if (this.line.textContent) this.say(BACK, FAREWELL);
  }

  /**
   * What was too large to be sent is said for as long as it is so.
   *
   * @param {string} sentence none where a message went out
   */
  hold(sentence) {
    if (sentence === this.unsent || this.lost) return;
    this.unsent = sentence;
    clearTimeout(this.timer);
    this.say(sentence);
  }

  /** @param {ClipboardEvent} event */
  refuse(event) {
    const sentence = refusal(event);
    if (!sentence || this.lost) return;
    clearTimeout(this.timer);
    this.say(sentence, READ);
  }

  /**
   * @param {string} words
   * @param {number} [milliseconds] after which they go
   */
  say(words, milliseconds) {
    this.line.textContent = words;
    this.line.classList.toggle("well", words === BACK);
    if (milliseconds) this.timer = setTimeout(() => this.say(""), milliseconds);
  }

  remove() {
    clearTimeout(this.timer);
    this.stopHearing();
    document.removeEventListener("paste", this.paste, { capture: true });
    this.observer.disconnect();
    this.dialogs.disconnect();
  }
}

function closeDialog() {
  const dialog = document.querySelector(DIALOG);
  if (dialog?.querySelector("h2")?.textContent !== ITS_TITLE) return;
  /** @type {HTMLElement} */ (dialog.querySelector("button"))?.click();
}
