import { toast } from "@/components/ui/toast";
import { printFrame } from "./print-frame";

/** Prints a document of mail; says so when it did not come. */
export async function printMail(path: string, failed: string): Promise<void> {
  if (!(await printFrame(path))) toast(failed, { tone: "bad" });
}
