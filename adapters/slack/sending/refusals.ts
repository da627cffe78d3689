/**
 * What a refusal of the Web API means.
 * - `passes`: a fault on Slack's side. The message is looked for and sent again within seconds.
 * - `blocks`: Slack refuses the blocks, but would accept the same message as text.
 * - `stays`: this place refuses, now and later. The answer takes another way to its person.
 * - `gone`: what the call is about is over: a message was deleted, a trigger or response_url was used or expired.
 * - `token`: the app itself is refused. Nothing can be sent until somebody mends that.
 */
export type Refusal = "passes" | "blocks" | "stays" | "gone" | "token";

/**
 * The error codes of the methods that are called (methods/chat.postMessage and its like, "Errors"), and those that
 * were seen in the field and are not documented. A code that is missing here also takes another way, and is logged.
 */
const refusals: Readonly<Record<Refusal, readonly string[]>> = {
  passes: [
    "fatal_error",
    "internal_error",
    "service_unavailable",
    "request_timeout",
    "ratelimited",
    "rate_limited",
    "team_added_to_org",
    "org_login_required",
    "operation_timeout",
    "external_channel_migrating",
  ],
  blocks: [
    "invalid_blocks",
    "invalid_blocks_format",
    "msg_blocks_too_long",
    "msg_too_long",
    "block_mismatch",
    "cannot_parse_blocks",
    "attachment_payload_limit_exceeded",
  ],
  stays: [
    // The channel or thread
    "not_in_channel",
    "channel_not_found",
    "is_archived",
    "is_inactive",
    "restricted_action",
    "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel",
    "restricted_action_non_threadable_channel",
    "restricted_action_thread_locked",
    "channel_is_read_only",
    "channel_type_not_supported",
    "method_not_supported_for_channel_type",
    "thread_not_found",
    "cannot_reply_to_message",
    "slack_connect_blocked_file_type",
    "slack_connect_canvas_sharing_blocked",
    "slack_connect_file_link_sharing_blocked",
    "slack_connect_file_upload_sharing_blocked",
    "slack_connect_lists_sharing_blocked",
    // The workspace
    "message_limit_exceeded",
    "access_denied",
    "accesslimited",
    "team_access_not_granted",
    "team_not_found",
    "team_not_authorized",
    "ekm_access_denied",
    "enterprise_is_restricted",
    "no_permission",
    "missing_scope",
    "two_factor_setup_required",
    "not_allowed",
    "not_allowed_for_team",
    // The person
    "user_not_in_channel",
    "user_not_found",
    "users_not_found",
    "user_not_visible",
    "user_disabled",
    "user_is_restricted",
    "user_is_ultra_restricted",
    "user_is_bot",
    "cannot_dm_bot",
    "cannot_message_slackbot",
    "im_disabled",
    "messages_tab_disabled",
    "home_tab_disabled",
    "not_enabled",
    "invalid_user_combination",
    "invalid_user",
    "missing_user",
    "users_list_not_supplied",
    "not_enough_users",
    "too_many_users",
    "external_team_not_allowed",
    // The request: a fault of ours, which may not be one elsewhere
    "invalid_arguments",
    "invalid_arg_name",
    "invalid_array_arg",
    "invalid_charset",
    "invalid_form_data",
    "invalid_post_type",
    "missing_post_type",
    "invalid_json",
    "json_not_object",
    "invalid_thread_ts",
    "invalid_attachments",
    "too_many_attachments",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "metadata_too_large",
    "metadata_must_be_sent_from_app",
    "markdown_text_conflict",
    "no_text",
    "too_many_contact_cards",
    "invalid_view",
    "view_too_large",
    "duplicate_external_id",
    "method_deprecated",
    "deprecated_endpoint",
    "unknown_method",
  ],
  gone: [
    "message_not_found",
    "cant_delete_message",
    "cant_update_message",
    "edit_window_closed",
    "compliance_exports_prevent_deletion",
    "invalid_trigger",
    "invalid_trigger_id",
    "expired_trigger_id",
    "exchanged_trigger_id",
    "trigger_exchanged",
    "trigger_expired",
    "push_limit_reached",
    "hash_conflict",
    "expired_url",
    "used_url",
    "invalid_url",
    "no_active_hooks",
  ],
  token: [
    "invalid_auth",
    "not_authed",
    "account_inactive",
    "token_revoked",
    "token_expired",
    "not_allowed_token_type",
    "invalid_token",
    "bad_token",
    "invalid_app_id",
    "app_not_installed",
    "access_revoked",
    "forbidden_team",
    "link_disabled",
  ],
};

const kinds: readonly Refusal[] = ["passes", "blocks", "stays", "gone", "token"];
const kindByCode = new Map(kinds.flatMap((kind) => refusals[kind].map((code) => [code, kind] as const)));

/** @param code `error` of a response that is not ok */
export function readRefusal(code: string): Refusal | "unknown" {
  return kindByCode.get(code) ?? "unknown";
}
