// Tells the spoiler that the page has shown what its newest state led to; its data is that state's number.

export default function ({ data }) {
  dispatchEvent(new CustomEvent("spoil-answered", { detail: data }));
}
