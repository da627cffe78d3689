// What stands before a password that no name introduces. All text is without accents here, and ends where the word in
// question begins.

/** A quote or bracket just before the word. */
const opened = String.raw`["'“‘\x60*(]{0,2}`;
const before = (words: string, ending: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})${ending}${opened}$`, "iu");
const small = String.raw`(?:\s{1,3}(?:in|it|as|my|the|a|mk|pass|password|mat khau|vao|vo|la|lai|cai|roi|thu|vay|nay|exactly|just|first|also|then|both|either)){0,4}\s{1,3}`;

/** "I typed", "em gõ". */
export const typed = before(
  "type|typed|typing|tpyed|enter|entered|entering|input|wrote|keyed|pasted|submitted|(?:log|logged|logging|sign|signed|signing) in (?:with|using)|go|nhap|dien|danh|bam|oanh|dang nhap (?:bang|voi)",
  small,
);

/** "I tried", "em thử": what follows may be anything else as well. */
export const tried = before("tried|try|trying|used|use|using|put|had|thu|dung|xai|dat|de|luu", small);

const link = String.raw`(?:\s{1,3}(?:one|password|pass|pw|mk|mat khau|is|was|la|the)){0,3}\s{0,2}[:=>-]{0,2}\s{1,2}`;
/** "the old one is", "không phải". */
export const changed = before(
  "old|new|current|previous|former|cu|moi|first|second|correct|right|real|from|tu|not|khong phai|chu khong phai|dung la|wrong",
  link,
);

/** One and the other, with a word between them that says so: "not … but", "cũ là … mới là". */
export const contrast = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:not|khong phai|old|cu|previous)${link}${opened}(\S{6,64}?)["'”’\x60*),.;]{0,3}(?:\s{1,3}(?:but|it'?s|it is|and|ma|chu|thi|va))?(?:\s{1,3}(?:but|is|it'?s|it is|la|new|now|moi))${link}${opened}$`,
  "iu",
);

/** Another word before, and one that joins them. */
export const another =
  /(?<!\S)(\S{4,64}?)[,;.]?\s{1,3}(?:(?:or|and|then|but|to|into|as|hoac|hay|va|roi|sang|thanh|ma|chu|la|also|maybe|even|it is|it's|its|new|old|moi|cu|later|xong|->|=>|\/|\||&|,|-)[,:]?\s{1,3}){0,4}["'“‘`*(]{0,2}$/iu;

/** An address of mail, and what is between it and the word. */
export const addressBefore =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}["'>)*`]{0,2}(\s{0,3}[:/|;,-]\s{0,3}|[^\S\n]{1,3}|\s{0,3}\r?\n\s{0,3}[>*-]{0,2}\s{0,2})["'“‘`*(]{0,2}$/u;

/** "anna / ", "root : " */
export const userBefore = /(?:^|[\s:("'`*“])([\p{L}\p{N}._-]{2,40})\s{1,3}[:/|]\s{1,3}["'“‘`*(]{0,2}$/u;
/** Names that every system has for whoever may do everything. */
export const administrator =
  /^(?:root|admin|administrator|superuser|sa|postgres|oracle|sysadmin|superadmin)$/i;

/** "my login is anna and …" */
export const accountBefore =
  /(?<![\p{L}\p{N}])(?:logins?|creds?|credentials?|tk|acc)(?:\s{1,2}\S{1,20}){0,2}?(?:\s{1,2}(?:is|are|la)|\s?[:=])\s[^\n]{0,40}$/iu;

/** A name of a person or thing follows. */
export const naming = before(
  "user ?names?|users?|named|called|role|group|policy|account|instance|bucket|ten|name|id|ticket|case|order|error|code|version|windows|region|step|page|model|serial",
  String.raw`\s{0,2}[:=]?\s{0,2}(?:(?:is|was|la)\s{1,2})?`,
);

/** Words of a message that is about passwords. */
export const aboutPasswords =
  /(?<![\p{L}\p{N}])(?:p[a@4][s$5]{1,3}[ _.-]?w[a-z0-9]{0,5}|pass|passcode|pwd?|psw|mat ?khau|m\.?k|logins?|log in|sign(?:ed)? in|creds?|credentials?|dang nhap|tk|tai khoan|acc|tried|typed|thu|go|nhap)(?![\p{L}\p{N}])/iu;
