// The colours of classes, clusters and scales.

import { CLUSTER_COLOURS, RAMP } from "../../../ui/components/code_map/tints.js";
import { CLASS_COLOURS } from "../../../ui/components/shared/colours.js";

export default function list() {
  return { classes: CLASS_COLOURS, clusters: CLUSTER_COLOURS, ramp: RAMP };
}
