/** A queue that gets every message of the topic, and the function that works it off. */
export interface HipaaWebApplicationTopicQueue {
  /** A lower-case word of 30 letters and digits at most; `billing` becomes `<name>-billing`. Plain value. */
  name: string;
  /** Name of the one of `functions` that works it off, and no other queue of the topic. Plain value. */
  target: string;
}

/**
 * Messages that several readers get, each from a queue of its own. App and worker publish to the topic whose ARN they find
 * in `TOPIC_ARN`, and functions with `access.publishesMessages` do. PHI belongs into the body alone: attributes are not
 * encrypted.
 */
export interface HipaaWebApplicationTopicArgs {
  /** Queues, 10 at most. Each hides a message for six times the time of its function. Default: none. Plain list. */
  queues?: HipaaWebApplicationTopicQueue[];
  /**
   * Whether the queue of jobs gets the messages too, as if the app had put them there itself; needs `jobs`, and not with
   * `fifo`. Default: false. Plain value.
   */
  jobs?: boolean;
  /**
   * Whether topic and queues keep the order of messages, first in, first out, and drop what was published twice; each
   * message then names its group. A change makes others in their place, and what waits in them is lost. Default: false.
   * Plain value.
   */
  fifo?: boolean;
}
