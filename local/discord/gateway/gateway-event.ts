/** An event that the app may receive: events/gateway-events#receive-events */
export interface GatewayEvent {
  readonly type: string;
  /** The intent that covers the event. Without one it is always sent. */
  readonly intent?: number | undefined;
  /** The channel of the event, which the app has to be able to see. */
  readonly channel?: string | undefined;
  /** The guild of the event, where `data` has no `guild_id`. */
  readonly guild?: string | undefined;
  readonly data: object;
  /** Sent in place of `data` to a session without the message content intent. */
  readonly dataWithoutContent?: object;
}
