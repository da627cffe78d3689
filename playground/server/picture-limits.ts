/** What can be attached to a message. Browsers show these; scripts can't hide in them, as in SVG. */
export const pictureTypes = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;
export const maxPictureBytes = 5_000_000;
export const maxPictures = 4;
