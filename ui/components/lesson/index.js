// The lesson's parts: one component, whose data say which of them it is.

import { mounting } from "../shared/mount.js";
import { Certificate } from "./certificate.js";
import { Classroom } from "./classroom.js";
import { Compare } from "./compare.js";
import { Entrance } from "./entrance.js";
import { GuessCard } from "./guess.js";
import { Maps } from "./maps.js";
import { Onward } from "./onward.js";
import { Quiz } from "./quiz.js";
import { Rail } from "./rail.js";
import { Tasks } from "./tasks.js";

const VIEWS = {
  rail: Rail,
  entrance: Entrance,
  maps: Maps,
  guess: GuessCard,
  tasks: Tasks,
  compare: Compare,
  onward: Onward,
  quiz: Quiz,
  certificate: Certificate,
  class: Classroom,
};

export default mounting(({ parentElement, data }) => {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".lesson"));
  root.dataset.testid = `lesson-${data.view}`;
  return new VIEWS[data.view](root);
});
