// Tells the maps on the page where the student's digit has settled since they were sent; again if they come later.

import { mounting } from "../shared/mount.js";
import { hear, tell } from "../shared/page.js";

class News {
  constructor() {
    this.news = null;
    this.remove = hear({ "atlas-asks": () => this.tell() });
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    this.news = data;
    this.tell();
  }

  tell() {
    tell("atlas-own-moved", this.news);
  }
}

export default mounting(() => new News());
