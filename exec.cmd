@rem "npm start" begins with exec, so that signals reach the bot and not a shell. Windows has none: this stands in for it.
@%*
