// What the student takes along of a run: kept in this browser, as a file, as a script for PyTorch, as a picture.

import { save } from "../shared/download.js";
import { bytesOf, modelIn } from "../shared/keeping/checked.js";
import { add } from "../shared/keeping/store.js";
import { scriptBundle } from "../shared/learning/bundle.js";
import { hear, tell } from "../shared/page.js";
import { savePoster } from "./poster.js";
import { resultWords } from "./words.js";

/** @typedef {{ act: "keep" | "save" | "load" | "script" | "picture", name: string, file?: File }} Wish */

const PLACES = "on Reconstruct, Denoise and Between two digits, and where they fit on Latent plane and Sample";

export class Taking {
  /** @param {import("./training.js").Training} training */
  constructor(training) {
    this.training = training;
    this.stopHearing = hear({ "training-take": (wish) => this.take(wish) });
  }

  remove() {
    this.stopHearing();
  }

  /** @param {Wish} wish */
  async take({ act, name, file }) {
    try {
      tell("training-taken", await this[act](name.trim() || this.usualName, file));
    } catch (error) {
      tell("training-taken", /** @type {Error} */ (error).message);
    }
  }

  get usualName() {
    const { kind, code } = this.training.settings;
    return `My ${kind.replace("_", " ")} autoencoder (${code}-D)`;
  }

  /** The model as it is now, with the bytes of its file. */
  async model(name) {
    const { settings, step, mse, tensors } = await this.training.trainer.ask("save", "saved");
    return { name, settings, step, mse, bytes: bytesOf({ name, settings, step, mse, tensors }) };
  }

  async keep(name) {
    const { bytes, ...model } = await this.model(name);
    await add({ ...model, bytes: /** @type {ArrayBuffer} */ (bytes.buffer) });
    return `“${name}” is kept in this browser. You find it, marked as yours, ${PLACES}.`;
  }

  async save(name) {
    const { bytes } = await this.model(name);
    save(new Blob([/** @type {any} */ (bytes)]), `${fileName(name)}.safetensors`);
    return `“${name}” is saved as a file. “Load a file” brings it back, in this browser or another.`;
  }

  async load(_name, file) {
    const { name, settings, step, mse } = await modelIn(file);
    await add({ name, settings, step, mse, bytes: await file.arrayBuffer() });
    return `“${name}” is loaded and kept in this browser. You find it, marked as yours, ${PLACES}.`;
  }

  async script(name) {
    const { trainer, settings, material } = this.training;
    const { tensors } = await trainer.ask("initial", "initial");
    const zip = scriptBundle(settings, tensors, material.pictures);
    save(new Blob([/** @type {any} */ (zip)], { type: "application/zip" }), `${fileName(name)}-pytorch.zip`);
    return "The zip holds a script and what it begins with: the same pictures, first weights and batches. Unpack it and run python train_one.py.";
  }

  async picture(name) {
    const { root, run, settings, colours } = this.training;
    const words = resultWords({ frame: run.now, pca: run.pca, code: settings.code, last: run.last });
    await savePoster(root, colours, words, fileName(name));
    return "The picture is saved.";
  }
}

function fileName(name) {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "autoencoder"
  );
}
