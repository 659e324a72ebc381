import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { serverGuessQuery } from "@/lib/queries/server-guess";

const PAUSE_MS = 400;
/** Far enough to ask: something, an @, and a domain with a dot. */
const WHOLE = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;

/** What is guessed of an address's servers, asked once its writer pauses. `isAsking` from the first whole address on until the answer. */
export function useServerGuess(address: string, isWanted: boolean) {
  const [settled, setSettled] = useState("");
  const typed = address.trim().toLowerCase();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const isWhole = isWanted && WHOLE.test(settled);
  const { data, isError, isFetching } = useQuery({ ...serverGuessQuery(settled), enabled: isWhole });
  const isCurrent = isWhole && settled === typed;
  return {
    guess: isCurrent ? data : undefined,
    isAsking: isWanted && WHOLE.test(typed) && (!isCurrent || isFetching),
    hasFailed: isCurrent && isError,
  };
}
