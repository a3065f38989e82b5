import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import type { Request } from 'express';
import { londonTime } from '../../data/definitions/londonTimes.ts';
import { type Service, services } from '../../data/definitions/measures.ts';
import { parseReason } from '../ingest/gate/acceptance.ts';
import { type IngestOptions, ingest, type Outcome } from '../ingest/ingest.ts';
import { type Limits, refusalOf } from '../ingest/limits.ts';
import { Misused } from '../releases/given.ts';

/** A form as sent: its fields, and the paths of its files. */
export interface SentForm {
  fields: Record<string, string>;
  folder: string;
  files: string[];
}

/** The most characters of a field, more than anything written in one. */
const mostOfField = 10_000;
const mostFiles = 20;

const notOurs = 'the form is not one of this page, or no longer: open the page again';

/**
 * Reads a form with files and puts these into a folder of their own. The field `proof` precedes them, and nothing is
 * written if it is wrong. Throws if a file is too large, and then leaves nothing.
 */
export async function readForm(
  request: Request,
  limits: Limits,
  fits: (proof: string) => boolean,
): Promise<SentForm> {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-upload-'));
  const form: SentForm = { fields: {}, folder, files: [] };
  try {
    const reading = new Busboy({
      headers: request.headers as never,
      limits: { fieldSize: mostOfField, files: mostFiles, fileSize: limits.fileBytes + 1 },
    });
    const written: Promise<void>[] = [];
    reading.on('field', (name, value) => {
      form.fields[name] = String(value);
    });
    reading.on('file', (_name, stream, filename) => {
      const writing = fits(form.fields.proof ?? '')
        ? keep(stream, filename)
        : Promise.reject(new Misused(notOurs));
      writing.catch((error) => reading.destroy(error));
      written.push(writing);
    });
    await new Promise((done, fail) => {
      reading.once('finish', () => done(null)).once('error', fail);
      request.once('close', () => {
        if (!request.complete) fail(new Error('the files were not sent to their end'));
      });
      request.pipe(reading);
    });
    await Promise.all(written);
    if (!fits(form.fields.proof ?? '')) throw new Misused(notOurs);
    return form;
  } catch (error) {
    forget(form);
    // The rest is read and dropped, so that the sender gets to read why it was refused.
    request.resume();
    throw error;
  }

  async function keep(stream: Readable, filename: string): Promise<void> {
    // Browsers send this if no file was chosen.
    if (!filename) return void stream.resume();
    const name = basename(filename);
    const path = join(mkdtempSync(join(folder, 'file-')), name);
    form.files.push(path);
    let bytes = 0;
    const counting = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        const refusal = refusalOf(limits, 'fileBytes', bytes);
        done(refusal ? new Misused(`${name}: ${refusal}`) : null, chunk);
      },
    });
    await pipeline(stream, counting, createWriteStream(path));
  }
}

/** Uploaded files, and what became of them. */
export interface Upload {
  by: string;
  form: SentForm;
  names: string[];
  doing: string;
  /** Null while they are being read. */
  outcome: Outcome | null;
  /** What went wrong other than with the contents of the files; null if nothing. */
  failure: string | null;
  ended: Promise<void>;
}

/** Uploads of this process. Files that may still be accepted are kept. */
export class Uploads {
  private readonly all = new Map<string, Upload>();
  private count = 0;
  private readonly stop = new AbortController();

  constructor(
    private readonly dataFolder: string,
    private readonly rest: Pick<IngestOptions, 'limits' | 'only'>,
  ) {}

  get(id: string): Upload | undefined {
    return this.all.get(id);
  }

  /** Begins to read files like the command, and keeps them; throws if the form was not filled in correctly. */
  begin(form: SentForm, by: string): string {
    const options = optionsOf(form);
    const names = form.files.map((path) => basename(path));
    const upload: Upload = {
      ...{ by, form, names, doing: '', outcome: null, failure: null },
      ended: Promise.resolve(),
    };
    upload.ended = ingest({
      ...this.rest,
      ...options,
      by,
      files: form.files,
      dataFolder: this.dataFolder,
      signal: this.stop.signal,
      onProgress: ({ doing, fraction }) => {
        upload.doing = `${doing}: ${Math.round(fraction * 100)}%`;
      },
    }).then(
      (outcome) => {
        upload.outcome = outcome;
        if (!mayBeAccepted(upload)) forget(form);
      },
      (error: Error) => {
        upload.failure = error.message.split('\n', 1)[0]!;
        forget(form);
      },
    );
    const id = String(++this.count);
    this.all.set(id, upload);
    return id;
  }

  /** Reads an upload's files again and accepts the doubts for a reason; throws if there is nothing to accept. */
  accept(id: string, reason: string, by: string): string {
    const upload = this.all.get(id);
    if (!upload || !mayBeAccepted(upload)) {
      throw new Misused('nothing of this upload waits to be accepted');
    }
    const { form } = upload;
    const accepted = this.begin({ ...form, fields: { ...form.fields, accept: reason } }, by);
    this.all.delete(id);
    return accepted;
  }

  /** Cancels what is being read, and removes every uploaded file. */
  async end(): Promise<void> {
    this.stop.abort();
    for (const upload of this.all.values()) {
      await upload.ended;
      forget(upload.form);
    }
  }
}

/** Whether an upload was held back only by doubts. */
export const mayBeAccepted = ({ outcome }: Upload): boolean =>
  outcome !== null && outcome.doubts.length > 0 && outcome.accepted === null;

/** Removes the files that came with a form. */
export const forget = ({ folder }: SentForm): void =>
  rmSync(folder, { recursive: true, force: true });

function optionsOf({ fields, files }: SentForm) {
  const { service = '', at = '', accept = '' } = fields;
  if (files.length === 0) throw new Misused('no file is chosen');
  if (service && !services.includes(service as Service)) {
    throw new Misused(`unknown service: ${service}`);
  }
  return {
    service: service ? (service as Service) : null,
    at: at ? londonTime(at).getTime() : null,
    fresh: fields.fresh === 'yes',
    check: fields.check === 'yes',
    accept: accept ? parseReason(accept) : null,
  };
}
