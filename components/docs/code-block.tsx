import { jsonParts, type JsonPart } from "./json-parts";

/** Written code. It wraps rather than scrolls, so that it can be read at any width. */
export const CodeBlock = ({ code }: { code: string }) => <pre className={PRE_CLASS}>{code}</pre>;

/** An example body: JSON in its tones, anything else as it is. */
export function ExampleBody({ example }: { example: unknown }) {
  const isText = typeof example === "string";
  const text = isText ? example : JSON.stringify(example, null, 2);
  return (
    <pre className={PRE_CLASS}>
      {isText
        ? text
        : jsonParts(text).map((part, index) => (
            <span key={index} className={TONES[part.kind]}>
              {part.text}
            </span>
          ))}
    </pre>
  );
}

const PRE_CLASS =
  "rounded-3 border border-line bg-surface-2 px-3 py-2.5 font-mono text-12 whitespace-pre-wrap [overflow-wrap:anywhere]";

const TONES: Record<JsonPart["kind"], string> = {
  key: "text-text",
  string: "text-accent-text",
  literal: "font-medium text-text",
  mark: "text-text-3",
};
