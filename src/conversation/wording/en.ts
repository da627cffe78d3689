import { code, link, rich, strong } from "../../answer/text.ts";
import type { Wording } from "./wording.ts";

const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

export const en: Wording = {
  buttons: {
    solved: "Solved",
    stuck: "Still stuck",
    notMeant: "Not what I meant",
    noneOfThese: "None of these",
    topics: "Topics",
    createCase: "Create support case",
    openForm: "Open the form",
    openPage: "Open the right page",
    writeMessage: "Message to my administrator",
    otherLanguageMessage: "The message in Vietnamese",
    administrator: "I am the administrator",
    sent: "I have sent it",
    person: "Reach a person",
    backToSteps: "Back to the steps",
    share: "Share with the channel",
    remove: "Not helpful, remove",
    ask: "In my own words",
  },

  askForm: {
    title: "Your question",
    label: "What happens, and what does the page say?",
    hint: "English or Vietnamese. Never a password, a code or a key.",
    submit: "Find an answer",
    empty: "Please write a few words first.",
  },
  commandHint: rich`You can also type your question after the command: ${code("/aws-help the SMS does not come")}`,
  removeNotYours: "Only the person who asked can remove this.",
  surface: {
    chosen: "You chose:",
    search: "What happens?",
    searchHint: "Write it in your own words and press Enter",
    cantShare: "I may not write in this channel. Invite me with /invite and share it again.",
    formFailed: "The form did not open. Please press the button once more.",
  },

  source: "Source: ",
  checked: (iso) => `, checked ${date.format(new Date(iso))}`,

  stuckTitle: "Then let's look further",
  caseHelps: "I have the text of a support case ready for you, and the steps to send it.",
  administratorHelps: "I have a message ready that tells your administrator just what is needed.",
  linkHelps: "This page is the way on.",
  nobodyKnown: "Choose another topic, or reach a person.",

  caseTitle: "Your support case, step by step",
  caseInEnglish: "Copy the subject and the description, and replace what stands in [brackets].",
  caseForm: {
    type: "Type",
    service: "Service",
    category: "Category",
    severity: "Severity",
    subject: "Subject",
    description: "Description",
  },
  caseSteps: {
    console: {
      open: (url) => [
        rich`Open ${link("AWS Support Center", url)} and sign in, also if your account is not active yet. If an assistant opens, choose ${strong("Use the old experience")}.`,
        rich`Choose ${strong("Create case")} and fill in:`,
      ],
      send: (contact) => [
        rich`Attach a picture of the step where you are stuck, if you have one.`,
        rich`Under the contact options choose ${strong(contact ?? "Chat")} if it is offered, otherwise ${strong("Phone")} or ${strong("Email")}.`,
        rich`Choose ${strong("Submit")}. AWS Support then contacts you.`,
      ],
    },
    "no-sign-in": {
      open: (url) => [
        rich`Open the ${link("account and billing form", url)}. It needs no sign-in.`,
        rich`Give an email that you can read and the email of the AWS account, then paste:`,
      ],
      send: () => [
        rich`Choose how AWS should contact you, if the form asks, and send it. AWS Support mostly answers by email, so look in the spam folder as well.`,
      ],
    },
    "mfa-form": {
      open: (url) => [
        rich`Open the ${link("MFA support form", url)}. It needs no sign-in.`,
        rich`Give the email of the root user and a phone number where AWS can reach you, then paste:`,
      ],
      send: () => [
        rich`Choose how AWS should contact you, if the form asks, and send it. Keep the phone near you: AWS may call to verify that it is you.`,
      ],
    },
  },
  casePrivacy: "Put no password, code, key or full card number into the case.",
  caseWithoutSignIn: (url) =>
    rich`You can't sign in at all? Use the ${link("form without sign-in", url)} with the same text.`,

  messageTitle: "A message to your administrator",
  messageHelp: "Send this to whoever manages AWS where you work or study, usually in IT.",
  administratorTitle: "For the administrator",
  caseSent:
    "Good. Look for AWS's answer in the mailbox you gave, the spam folder too. Answer in the same case rather than opening another: a second one goes to the end of the queue.",
  messageSent: "Good. When your administrator has done it, try to sign in again and tell me how it went.",

  solved: "Glad that it works again. I am here when something else comes up.",
  solvedByOther:
    "Good to hear. Only the person who asked can close this one. Is there something that I can do for you?",
  thanks: "You're welcome. I am here when something else comes up.",
  thanksFor: "You're welcome. Did it work?",
  greeting:
    "Hello! I help when signing in to AWS goes wrong. What do you see on the screen? The words of the error are best, or choose what fits.",
  suggest: "I am not sure which of these it is. Did you mean:",
  otherwise: "Sorry about that. Perhaps it is one of these:",
  decline:
    "I can't tell what that is about. I help with signing in to AWS: passwords, MFA, codes that don't arrive, new and suspended accounts. Tell me what the page says, or choose a topic.",
  blank:
    "I got your message, but there are no words in it that I can read. What do you see on the screen? The words of the error are best.",
  picture: "I can't read pictures. Please type the words of the error, as they stand on the screen.",
  noSuchNumber: "That number is not among these. Please choose one of them:",
  unknownButton: "That button no longer works. These do:",
  gone: "That topic is no longer here. Perhaps one of these helps:",
  person: "Here is the way to somebody who can help.",
  fault:
    "Something went wrong on my side, and your message was not answered. Please send it once more, or choose a topic.",

  heard: {
    solved:
      "solved, fixed, resolved, works, it works, works now, it works now, working now, that worked, it worked, worked, that did it, i am in, im in, got in, all good, problem gone, done",
    stuck:
      "still stuck, stuck, still not working, still doesnt work, still does not work, not working, doesnt work, does not work, didnt work, did not work, didnt help, doesnt help, not solved, not solved yet, not fixed, not fixed yet, still the same, same problem, same error, still nothing, no luck, still broken, still no, tried that, tried all that, already did that, did that already, i paid already, still cant, still cant log in, still cant sign in, still cant login, not yet",
    no: "no, nope, nah",
    yes: "yes, yep, yeah, sure, yes please",
    unsure: "i dont know, dont know, not sure, im not sure, no idea, i have no idea, idk",
    thanks: "thanks, thank you, thx, ty, tks, cheers, ok, okay, great, cool, got it",
    greeting:
      "hi, hello, hey, good morning, good afternoon, good evening, yo, anyone here, anybody here, anyone there, is anyone here",
    notMeant:
      "not what i meant, not what i mean, thats not it, that is not it, wrong topic, something else, not my problem, not my question",
    english: "english, in english, speak english, tieng anh, bang tieng anh, noi tieng anh",
    vietnamese: "vietnamese, in vietnamese, tieng viet, bang tieng viet, noi tieng viet",
    person:
      "human, a human, real person, a person, talk to a person, talk to a human, talk to someone, i need a human",
    filler:
      "its, im, i, am, ive, have, has, be, been, did, yet, please, pls, so, much, very, now, all, guys, team, bot, signpost, you, a, lot, it, is, that, this, for, me, to, the, there, everyone, sorry, but, and, again, i, want, speak, in, can, we, hmm, oh, for, your, help",
  },

  ordinals: "first, second, third, fourth, fifth, sixth",
};
