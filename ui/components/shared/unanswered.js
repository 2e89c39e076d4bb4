// Values that a widget has told the page and the page has not answered yet: their late answers are no news.

export class Unanswered {
  constructor() {
    /** @type {any[]} */
    this.values = [];
    /** @type {any} what the page said last */
    this.seen = undefined;
  }

  /** @param {any} value that the widget tells the page */
  tell(value) {
    this.values.push(value);
  }

  /**
   * @param {any} value that the page says
   * @returns {boolean} whether it comes from elsewhere than this widget, such as a link
   */
  isNews(value) {
    const at = this.values.indexOf(value);
    this.values.splice(0, at + 1);
    const news = at < 0 && value !== this.seen;
    this.seen = value;
    return news;
  }
}
