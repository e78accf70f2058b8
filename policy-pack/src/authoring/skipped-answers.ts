import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzeResponse, PolicyNotApplicable } from "@pulumi/pulumi/proto/analyzer_pb";

/** What the SDK's service of policies exports and its published types leave out. */
interface Service {
  analyze?: { responseSerialize?: (response: AnalyzeResponse) => Buffer };
}

/** Begins a reason that stands for many policies. No rule's reason begins so. */
const mark = "\u0000skipped ";

/**
 * Answers "not applicable" for many policies at once.
 *
 * The engine takes a policy that says nothing for one that is content, so every response has to name every policy that
 * had nothing to judge: nearly all of them, for nearly every resource. Making and writing those messages one by one took
 * more time than judging. The names are the same for all resources of a type: one policy answers with the reason of
 * {@link SkippedAnswers.reasonFor}, and where the response is written, the names take its place, written beforehand.
 */
export class SkippedAnswers {
  private readonly written: Buffer[] = [];
  private isWritingHere = false;

  /**
   * Whether responses are known to be written here. Until one has been, or if the SDK came to write them by other means,
   * nobody may answer for others: their names would be lost, and the engine would count them as content.
   */
  get areWritten(): boolean {
    return this.isWritingHere;
  }

  /** The reason with which one policy answers for all of these. */
  reasonFor(names: readonly string[]): string {
    const response = new AnalyzeResponse();
    response.setNotApplicableList(names.map(notApplicable));
    // Fields that repeat may be written in parts, one behind the other.
    return `${mark}${this.written.push(Buffer.from(response.serializeBinary())) - 1}`;
  }

  /** Writes a response, with the names in place of the answers that stand for them. */
  write(response: AnalyzeResponse, serialize: (response: AnalyzeResponse) => Buffer): Buffer {
    this.isWritingHere = true;
    const answers = response.getNotApplicableList();
    const own = answers.filter((answer) => !answer.getReason().startsWith(mark));
    if (own.length === answers.length) return serialize(response);
    response.setNotApplicableList(own);
    const names = answers
      .map((answer) => answer.getReason())
      .filter((reason) => reason.startsWith(mark))
      .map((reason) => this.written[Number(reason.slice(mark.length))] ?? Buffer.alloc(0));
    return Buffer.concat([serialize(response), ...names]);
  }
}

/** Has the SDK's server, which is not started yet, write its responses about resources by way of the answers. */
export function writeResponses(answers: SkippedAnswers, service: Service = AnalyzerService): void {
  const { analyze } = service;
  const original = analyze?.responseSerialize;
  if (!analyze || typeof original !== "function") return;
  analyze.responseSerialize = (response) => answers.write(response, original);
}

function notApplicable(name: string): PolicyNotApplicable {
  const message = new PolicyNotApplicable();
  message.setPolicyName(name);
  return message;
}
