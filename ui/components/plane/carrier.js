// Carries one half of a model into the page; it shows nothing. Its message is large and never changes.

export default function ({ data }) {
  const { header, arrays } = readMessage(data);
  keepHalf(header, arrays);
}
