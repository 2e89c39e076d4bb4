// Which camera a page gets that asks for one.

const OTHER = { user: "environment", environment: "user" };

/**
 * Give the camera on the other side than asked for, so that a widget which begins with the front begins with the back,
 * and its button for the other camera still leads there.
 *
 * @param {Pick<MediaDevices, "getUserMedia"> | undefined} devices none at an address without https
 * @returns {() => void} puts everything back
 */
export function backFirst(devices) {
  if (!devices) return () => {};
  const { getUserMedia } = devices;
  devices.getUserMedia = (wanted) => getUserMedia.call(devices, swapped(wanted));
  return () => {
    devices.getUserMedia = getUserMedia;
  };
}

/**
 * @param {MediaStreamConstraints} wanted
 * @returns {MediaStreamConstraints}
 */
function swapped(wanted) {
  const video = /** @type {MediaTrackConstraints} */ (wanted.video);
  const facing = typeof video === "object" ? OTHER[/** @type {string} */ (video.facingMode)] : undefined;
  return facing ? { ...wanted, video: { ...video, facingMode: { ideal: facing } } } : wanted;
}
