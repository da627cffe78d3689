import { z } from "zod";

/** Expressions separated by commas, with slots: "send/give me your/ur?". `/` is or, `?` marks what may be left out. */
const slotList = z
  .string("must be a line of text")
  .default("")
  .transform((list) => list.split(",").flatMap((expression) => expression.trim() || []));

/**
 * How swindlers write in a language, as lists of expressions; conversation/lures/ says how they are combined. A language
 * without them is recognised by its addresses alone.
 */
export const lureWords = z
  .strictObject({
    /** Asks to be given something: "send me". */
    give: slotList,
    /** Asks without saying for whom: "what is your". */
    ask: slotList,
    /** Asks to write or pass on something, which counts with a secret and `here` or `toMe` after it. */
    write: slotList,
    here: slotList,
    toMe: slotList,
    /** The writer, who after a word of `write` asks as `give` does: "tell me". */
    me: slotList,
    /** Asks for what was named before: "send it to me". */
    handOver: slotList,
    /** What nobody has to ask for. */
    secrets: slotList,
    /** What is a secret if it is to be given to the writer: "the code". */
    vagueSecrets: slotList,
    /** What only sounds like an expression of another list: "error code", "bitcoin mining". */
    harmless: slotList,
    /** Where a code comes from, which makes a vague secret one: "sms". */
    sources: slotList,
    /** Makes a picture of a secret: "screenshot". */
    capture: slotList,
    /** Messages and links that give the account away to who has them: "reset mail". */
    resets: slotList,
    /** Demands several secrets: "we require". */
    needs: slotList,
    /** What the writer would do with a secret: "so I can unlock it". */
    offers: slotList,
    /** Gives the writer rights in the account: "add my role". */
    grants: slotList,
    /** The writer claims to be of AWS or to run the place: "I'm from AWS". */
    authority: slotList,
    /** Frightens, which counts with an address: "will be deleted". */
    threats: slotList,
    /** Tells of somebody who got an account back, and how to reach them: "recovered mine", "contact him". */
    testimony: slotList,
    helpers: slotList,
    reachable: slotList,
    /** Draws aside by itself: "DM me". */
    aside: slotList,
    /** Asks to get in touch, which counts together with a messenger, a handle or an address. */
    contact: slotList,
    messengers: slotList,
    /** Makes a phone number one of false support. */
    hotline: slotList,
    /** What has no place in signing in to AWS: remote control, recovery services. */
    bait: slotList,
    /** Ways to pay that are bait beside a promise: "gift card". */
    payments: slotList,
    /** What is done for an amount of money: "done by tonight". */
    deals: slotList,
    /** What is promised for a payment, behind a form or behind a short link. */
    promises: slotList,
    /** Turns what is near it into the contrary: "never". */
    never: slotList,
    /** Holds such a word and turns nothing: "don't worry". */
    encouraging: slotList,
    /** Turns a request to something else: "tell me what happens after the password". */
    breaks: slotList,
    /** Shows that a sentence only tells of a lure: "is a scam", "told me to". */
    reported: slotList,
    /** Only sounds like that: "no scam". */
    assuring: slotList,
    /** Whom a warning is about: "don't tell anyone". */
    strangers: slotList,
    /** Shows that the whole message asks whether something is genuine: "is this real". */
    doubts: slotList,
    /** Shows that colleagues speak: "huddle", "our helpdesk". */
    colleagues: slotList,
  })
  .prefault({});

export type LureWords = Readonly<z.output<typeof lureWords>>;
