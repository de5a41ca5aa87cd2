/** A field of the record that was left out of the event, because its value was not what the schema says. */
export interface FieldIssue {
  /** The field's path in the record: `input.inputTokenCount`. */
  readonly path: string;
  /** What the schema says: `bigint`. */
  readonly expected: string;
  /** What was there, by its kind and never its content: `object`, `integer beyond 2^53`. */
  readonly found: string;
}

/** The file that a record came from. */
export interface SourceFile {
  /** The path as it was found, or `stdin`. */
  readonly path: string;
}

/** The values of the record's fields that a schema marks as indicators: sorted, each once, absent when empty. */
export interface Indicators {
  readonly p_any_actor_ids?: readonly string[];
  readonly p_any_aws_account_ids?: readonly string[];
  readonly p_any_aws_arns?: readonly string[];
  readonly p_any_aws_instance_ids?: readonly string[];
  readonly p_any_aws_tags?: readonly string[];
  readonly p_any_domain_names?: readonly string[];
  readonly p_any_emails?: readonly string[];
  readonly p_any_ip_addresses?: readonly string[];
  readonly p_any_mac_addresses?: readonly string[];
  readonly p_any_md5_hashes?: readonly string[];
  readonly p_any_serial_numbers?: readonly string[];
  readonly p_any_sha1_hashes?: readonly string[];
  readonly p_any_sha256_hashes?: readonly string[];
  readonly p_any_trace_ids?: readonly string[];
  readonly p_any_usernames?: readonly string[];
}

/** What every event has beside the fields of its own schema. */
export interface StandardFields extends Indicators {
  /** The name of the event's log type. */
  readonly p_log_type: string;
  /** 32 hexadecimal digits made from what identifies the record: the same record always has the same. */
  readonly p_row_id: string;
  /** When it happened: the schema's event time, else `p_parse_time`. */
  readonly p_event_time: Date;
  /** When it was decoded. */
  readonly p_parse_time: Date;
  /** Where it came from, when that is known. */
  readonly p_source_file?: SourceFile;
  /** Optional fields that were left out of this event. Absent when there were none. */
  readonly p_field_issues?: readonly FieldIssue[];
}
