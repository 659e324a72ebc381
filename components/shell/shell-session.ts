import type { Role } from "@/lib/domain/roles";

/** What the frame around every page shows of the person who is signed in. */
export type ShellSession = {
  name: string;
  email: string;
  role: Role;
  workspaceName: string;
  isSandbox: boolean;
};
