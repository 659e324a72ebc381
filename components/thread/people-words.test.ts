import { expect, test } from "vitest";
import type { MessageView } from "@/lib/domain/message-view";
import { answersElsewhere } from "./people-words";

const message = (values: Partial<MessageView>) =>
  ({ direction: "in", from: { name: "Ana", address: "ana@lead.test" }, replyTo: [], ...values }) as MessageView;
const party = (address: string) => ({ name: "", address });

test("it is said where answers go only when that is not the sender's own address", () => {
  expect(answersElsewhere(message({ replyTo: [party("desk@lead.test")] }))).toEqual(["desk@lead.test"]);
  expect(answersElsewhere(message({ replyTo: [party("ana@LEAD.test")] }))).toEqual([]);
  expect(answersElsewhere(message({ replyTo: [party("desk@lead.test"), party("ana@lead.test")] }))).toEqual([]);
  expect(answersElsewhere(message({}))).toEqual([]);
  expect(answersElsewhere(message({ direction: "out", replyTo: [party("desk@lead.test")] }))).toEqual([]);
});
