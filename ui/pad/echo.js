// Tells the pad that the page has run to its end: it stands last on the page and its data is the drawing's number.

export default function ({ data }) {
  dispatchEvent(new CustomEvent("digit-pad-answered", { detail: data }));
}
