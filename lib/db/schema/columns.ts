import { customType, timestamp, uuid } from "drizzle-orm/pg-core";
import { newId } from "@/lib/core/ids";

/** Primary key: a version 7 UUID made by the app. */
export const id = () =>
  uuid("id")
    .primaryKey()
    .$defaultFn(() => newId());

/** An instant, with time zone. */
export const at = (name: string) => timestamp(name, { withTimezone: true });

/** Text that compares without regard to case (addresses). */
export const citext = customType<{ data: string }>({ dataType: () => "citext" });

export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
