// Shared by the components that a hand moves: it is put in front of each of them.

const LONGEST_WAIT = 1500; // milliseconds for the page's answer to a live message

/**
 * Takes messages to the page: at once when the hand rests; while it moves, when the page has shown what the last one led
 * to and some time has passed. Then the newest goes. A page that is interrupted again and again would never show its end.
 */
class Courier {
  /**
   * @param every milliseconds at least between two live messages
   * @param write called as write(serial, live) when a message may go; sends the newest state with that number
   * @param event on the window that carries the number of the message dealt with; none where `answer` is called
   */
  constructor(every, write, event) {
    Object.assign(this, { every, write, event, serial: 0, answered: 0, last: -Infinity, waiting: false });
    this.hear = ({ detail }) => this.answer(detail);
    if (event) addEventListener(event, this.hear);
  }

  /** There is news; live while the hand still moves. */
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

  /** The page has shown what a message led to. */
  answer(serial) {
    this.answered = serial;
    if (this.waiting && serial === this.serial) this.send(true);
  }

  /** What waits is out of date: let it fall, and count on from a number that the page knows, if it says one. */
  drop(serial = this.serial) {
    clearTimeout(this.timer);
    this.waiting = false;
    this.serial = serial;
  }

  remove() {
    this.drop();
    if (this.event) removeEventListener(this.event, this.hear);
  }
}
