"use client";

import { Teams } from "./teams";
import type { AccessItem } from "./access-item";
import { WhoSeesWhat } from "./who-sees-what";

/** Below the people: what each of them sees, and the teams to which things are opened together. */
export function Access({ access }: { access: AccessItem }) {
  return (
    <>
      <WhoSeesWhat access={access} />
      <Teams access={access} />
    </>
  );
}
