// The way of messages from a moving hand to the page.

const LONGEST_WAIT = 1500; // milliseconds for the page's answer to a live message

/**
 * Takes messages to the page: at once when the hand rests; while it moves, when the page has shown what the last one led
 * to and some time has passed. Then the newest goes. A page that is interrupted again and again would never show its end.
 */
export class Courier {
  /**
   * @param {number} every milliseconds at least between two live messages
   * @param {(serial: number, live: boolean) => void} write called when a message may go; sends the newest state
   * @param {string} [event] on the window that carries the number of the message dealt with; none where `answer` is
   *   called
   */
  constructor(every, write, event) {
    this.every = every;
    this.write = write;
    this.event = event;
    this.serial = 0;
    this.answered = 0;
    this.last = -Infinity;
    this.waiting = false;
    this.timer = undefined;
    this.hear = (/** @type {any} */ { detail }) => this.answer(detail);
    if (event) globalThis.addEventListener(event, this.hear);
  }

  /**
   * There is news.
   *
   * @param {boolean} live whether the hand still moves
   */
  send(live) {
    clearTimeout(this.timer);
    const pause = this.serial === this.answered ? this.every : LONGEST_WAIT;
    const wait = live ? this.last + pause - performance.now() : 0;
    this.waiting = wait > 0;
    if (this.waiting) {
      this.timer = setTimeout(() => this.send(live), wait);
      return;
    }
    this.last = performance.now();
    this.serial += 1;
    this.write(this.serial, live);
  }

  /**
   * The page has shown what a message led to.
   *
   * @param {number} serial of the message
   */
  answer(serial) {
    this.answered = serial;
    if (this.waiting && serial === this.serial) this.send(true);
  }

  /**
   * What waits is out of date: let it fall, and count on from a number that the page knows, if it says one.
   *
   * @param {number} [serial]
   */
  drop(serial = this.serial) {
    clearTimeout(this.timer);
    this.waiting = false;
    this.serial = serial;
  }

  remove() {
    this.drop();
    if (this.event) globalThis.removeEventListener(this.event, this.hear);
  }
}
