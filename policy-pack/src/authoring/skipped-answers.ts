import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzeResponse, PolicyNotApplicable } from "@pulumi/pulumi/proto/analyzer_pb";
import { once } from "../knowledge/once";

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
  private readonly listOf = once(
    (names: readonly string[]) => new AnswerList(names.map((name) => this.answerOf(name, ""))),
  );
  private readonly single = new Map<string, Buffer>();
  private isWritingHere = false;

  /**
   * Whether responses are known to be written here. Until one has been, or if the SDK came to write them by other means,
   * nobody may answer for others: their names would be lost, and the engine would count them as content.
   */
  get areWritten(): boolean {
    return this.isWritingHere;
  }

  /**
   * The reason with which one policy answers for all of these.
   *
   * @param but places in the list of names, in their order, that it does not answer for
   */
  reasonFor(names: readonly string[], but: readonly number[] = []): string {
    return `${mark}${this.written.push(this.listOf(names).without(but)) - 1}`;
  }

  /** Writes a response, with the names in place of the answers that stand for them. */
  write(response: AnalyzeResponse, serialize: (response: AnalyzeResponse) => Buffer): Buffer {
    this.isWritingHere = true;
    // Fields that repeat may be written in parts, one behind the other.
    const answers = response.getNotApplicableList().map((answer) => this.writtenOf(answer));
    response.clearNotApplicableList();
    const parts = isEmpty(response) ? answers : [serialize(response), ...answers];
    const [only, ...more] = parts;
    // Whoever sends it copies it behind a frame of its own.
    return only && more.length === 0 ? only : Buffer.concat(parts);
  }

  private writtenOf(answer: PolicyNotApplicable): Buffer {
    const reason = answer.getReason();
    const many = reason.startsWith(mark) ? this.written[Number(reason.slice(mark.length))] : undefined;
    return many ?? this.answerOf(answer.getPolicyName(), reason);
  }

  /** The answer of one policy, as a response with nothing else in it is written. The same ones come again and again. */
  private answerOf(name: string, reason: string): Buffer {
    const key = `${name}\n${reason}`;
    const known = this.single.get(key);
    if (known) return known;
    const answer = Buffer.from(withOneAnswer(name, reason).serializeBinary());
    this.single.set(key, answer);
    return answer;
  }
}

/** Answers written one behind the other, of which each type of resource leaves out a few. */
class AnswerList {
  private readonly all: Buffer;
  private readonly ends: readonly number[];

  constructor(answers: readonly Buffer[]) {
    this.all = Buffer.concat(answers);
    let end = 0;
    this.ends = answers.map(({ length }) => (end += length));
  }

  without(places: readonly number[]): Buffer {
    const begins = [0, ...places.map((place) => this.ends[place] ?? 0)];
    const parts = begins.map((begin, part) => {
      const next = places[part];
      return this.all.subarray(begin, next === undefined ? undefined : (this.ends[next - 1] ?? 0));
    });
    return Buffer.concat(parts);
  }
}

/** Has the SDK's server, which is not started yet, write its responses about resources by way of the answers. */
export function writeResponses(answers: SkippedAnswers, service: Service = AnalyzerService): void {
  const { analyze } = service;
  const original = analyze?.responseSerialize;
  if (!analyze || typeof original !== "function") return;
  analyze.responseSerialize = (response) => answers.write(response, original);
}

/** Whether nothing would be written of a response without answers: the protocol's message has no third field. */
function isEmpty(response: AnalyzeResponse): boolean {
  return fields.length === 2 && response.getDiagnosticsList().length === 0;
}

const fields = Object.keys(new AnalyzeResponse().toObject());

function withOneAnswer(name: string, reason: string): AnalyzeResponse {
  const answer = new PolicyNotApplicable();
  answer.setPolicyName(name);
  answer.setReason(reason);
  const response = new AnalyzeResponse();
  response.addNotApplicable(answer);
  return response;
}
