// Tells a component that the page has run to its end: it stands last on the page; its data is the component's event and
// the number of the message that has been dealt with.

/** @param {import("./mount.js").Component} component */
export default function tell({ data: [event, serial] }) {
  dispatchEvent(new CustomEvent(event, { detail: serial }));
}
