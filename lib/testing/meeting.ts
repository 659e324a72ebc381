import type { Invitation } from "@/lib/domain/invitation";

/** An invitation of a lead to half an hour on 19 November 2026; what a test is about is given as `values`. */
export const meeting = (values: Partial<Invitation> = {}): Invitation => ({
  method: "request",
  uid: "one@lead.test",
  title: "A look at Acme",
  location: "",
  description: "",
  start: "2026-11-19T10:00:00.000Z",
  end: "2026-11-19T10:30:00.000Z",
  isAllDay: false,
  zone: null,
  organiser: null,
  attendees: [],
  repeats: null,
  ...values,
});
