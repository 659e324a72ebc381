import { expect, test } from "vitest";
import { parseMessage } from "./parse";
import { unflowedText } from "./flowed-text";

test.each([
  ["One \ntwo.\nThree.", "One two.\nThree."],
  ["> Hi \nHello", "> Hi \nHello"],
  ["> What does \n> it cost?\n>> Or \n>> that?", "> What does it cost?\n>> Or that?"],
  ["Ana \n-- \nAna Berg \nLead Inc.", "Ana \n-- \nAna Berg Lead Inc."],
  [" From here\n  indented", "From here\n indented"],
  ["x \n", "x "],
])("%j reads %j", (flowed, text) => {
  expect(unflowedText(flowed, false)).toBe(text);
});

test("with DelSp words are put together again", () => {
  expect(unflowedText("Donau \r\ndampf\r\n", true)).toBe("Donaudampf\n");
});

test("an answer right below a soft line of the quote is none of it", async () => {
  const { text } = await parseMessage(
    Buffer.from("Subject: Re: Hi\nContent-Type: text/plain; format=flowed\n\n> Hi \nHello\n"),
  );

  expect(text.trim()).toBe("> Hi \nHello");
});
