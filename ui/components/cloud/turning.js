// Mouse, finger, pen and arrow keys turn what is on a canvas.

const TURN = 0.01; // radians a pixel
const KEYS = { ArrowLeft: [-0.12, 0], ArrowRight: [0.12, 0], ArrowUp: [0, 0.12], ArrowDown: [0, -0.12] };

/**
 * Follow the hand.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {(turn: number, tilt: number) => void} turnBy called with radians
 */
export function turnByHand(canvas, turnBy) {
  /** @type {number[] | null} where the pointer was */
  let hand = null;
  canvas.onpointerdown = (event) => {
    hand = [event.clientX, event.clientY];
    canvas.setPointerCapture(event.pointerId);
    canvas.classList.add("turning");
  };
  canvas.onpointermove = (event) => {
    if (!hand) return;
    turnBy((event.clientX - hand[0]) * TURN, (event.clientY - hand[1]) * TURN);
    hand = [event.clientX, event.clientY];
  };
  canvas.onpointerup = canvas.onpointercancel = () => {
    hand = null;
    canvas.classList.remove("turning");
  };
  canvas.onkeydown = (event) => {
    if (!(event.key in KEYS)) return;
    event.preventDefault();
    const [turn, tilt] = KEYS[event.key];
    turnBy(turn, tilt);
  };
}
