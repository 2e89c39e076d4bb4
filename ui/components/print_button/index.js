// A button that prints the page.

import { mounting } from "../shared/mount.js";

export default mounting(({ parentElement }) => {
  const button = parentElement.querySelector("button");
  button.addEventListener("click", () => window.print());
  return {
    update({ data }) {
      button.textContent = data.label;
    },
  };
});
