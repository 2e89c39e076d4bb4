// Runs of the page in steps, what they lose on held-out pictures then, and the zip that does the same in PyTorch.

import { readFileSync, writeFileSync } from "node:fs";
import { scriptBundle } from "../../../ui/components/shared/learning/bundle.js";
import { Run } from "../../../ui/components/shared/learning/run.js";
import { script } from "../../../ui/components/shared/learning/script.js";
import { checked, PRESETS } from "../../../ui/components/shared/learning/settings.js";
import { readMessage } from "../../../ui/components/shared/message.js";

/**
 * @param {{ sheet: string, folder: string, more: Record<string, any>, steps: number, written: any[] }} cases pictures;
 *   where zips go; runs besides the presets; settings of scripts that are only written
 */
export default function compute({ sheet, folder, more, steps, written }) {
  const { pictures, labels } = readMessage(new Uint8Array(readFileSync(sheet))).arrays;
  const presets = PRESETS.map(({ id, settings }) => [id, settings]);
  const runs = [...presets, ...Object.entries(more)].map(([id, given]) => {
    const settings = checked(given);
    const run = new Run({ settings, pictures, labels, shown: pictures.subarray(0, 784) });
    for (let step = 0; step < steps; step += 1) run.step();
    writeFileSync(`${folder}/${id}.zip`, scriptBundle(settings, run.initial, pictures));
    return [id, run.progress().held];
  });
  return { runs: Object.fromEntries(runs), scripts: written.map((given) => script(checked(given))) };
}
