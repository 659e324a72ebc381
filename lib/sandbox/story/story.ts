import type { CategoryKind } from "@/lib/domain/default-categories";
import type { RawFile } from "../serialise";

/** One message of a thread before it is dated and written down. */
export type Beat = {
  by: "us" | "lead" | "colleague" | "server";
  kind: "step" | "manual" | "answer" | "automatic" | "bounce";
  /** The whole letter, without any quoted history. */
  body: string;
  /** Hours after the beat before it. */
  gap: number;
  step?: number;
  withColleague?: boolean;
  subject?: string;
  files?: RawFile[];
  /** Drawn as designed mail. */
  isDesigned?: boolean;
};

export type Story = { subject: string; beats: Beat[]; category: CategoryKind | null };
