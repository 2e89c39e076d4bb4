// Mouse, finger, pen, keys and buttons turn what is on a canvas; keys and buttons bring it closer, too.

const TURN = 0.01; // radians a pixel
const STEP = 0.12; // radians, one press of an arrow key
const PUSH = 0.24; // one press of a button
const TURNS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const ZOOMS = { "+": 1.25, "=": 1.25, "-": 0.8 };

/**
 * Follow the hand.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Iterable<HTMLElement>} buttons each with the key whose work it does as data-key
 * @param {(turn: number, tilt: number) => void} turnBy called with radians
 * @param {(factor: number) => void} zoom
 */
export function turnByHand(canvas, buttons, turnBy, zoom) {
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
  const act = (key, far) => {
    if (key in TURNS) turnBy(far * TURNS[key][0], far * TURNS[key][1]);
    else if (key in ZOOMS) zoom(ZOOMS[key]);
    else return false;
    return true;
  };
  canvas.onkeydown = (event) => {
    const command = event.ctrlKey || event.metaKey || event.altKey;
    if (!command && act(event.key, STEP)) event.preventDefault();
  };
  for (const button of buttons) button.onclick = () => act(button.dataset.key, PUSH);
}
