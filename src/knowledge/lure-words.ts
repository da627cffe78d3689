import { z } from "zod";
import { optionalList } from "./language-fields.ts";

/**
 * How swindlers write in a language, as lists of expressions; conversation/lures/ says how they are combined. A language
 * without them is recognised by its addresses alone.
 */
export const lureWords = z
  .strictObject({
    /** Asks to be given something: "send me". */
    give: optionalList,
    /** Asks without saying for whom: "what is your". */
    ask: optionalList,
    /** Asks to write or pass on something, which counts with a secret and `here` or `toMe` after it. */
    write: optionalList,
    here: optionalList,
    toMe: optionalList,
    /** The writer, who after a word of `write` asks as `give` does: "tell me". */
    me: optionalList,
    /** Asks for what was named before: "send it to me". */
    handOver: optionalList,
    /** What nobody has to ask for. */
    secrets: optionalList,
    /** What is a secret if it is to be given to the writer: "the code". */
    vagueSecrets: optionalList,
    /** What only sounds like an expression of another list: "error code", "bitcoin mining". */
    harmless: optionalList,
    /** Draws aside by itself: "DM me". */
    aside: optionalList,
    /** Asks to get in touch, which counts together with a messenger, a handle or an address. */
    contact: optionalList,
    messengers: optionalList,
    /** Makes a phone number one of false support. */
    hotline: optionalList,
    /** What has no place in signing in to AWS: remote control, recovery services. */
    bait: optionalList,
    /** Ways to pay that are bait beside a promise: "gift card". */
    payments: optionalList,
    /** What is promised for a payment, behind a form or behind a short link. */
    promises: optionalList,
    /** Turns what is near it into the contrary: "never". */
    never: optionalList,
    /** Holds such a word and turns nothing: "don't worry". */
    encouraging: optionalList,
    /** Turns a request to something else: "tell me what happens after the password". */
    breaks: optionalList,
    /** Shows that a sentence only tells of a lure: "is a scam", "told me to". */
    reported: optionalList,
    /** Shows that the whole message asks whether something is genuine: "is this real". */
    doubts: optionalList,
    /** Shows that colleagues speak: "huddle", "our helpdesk". */
    colleagues: optionalList,
  })
  .prefault({});

export type LureWords = Readonly<z.output<typeof lureWords>>;
