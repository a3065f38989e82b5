import { Numbers } from './numbers.ts';

/** A column of texts of which many are the same: each is held once. */
export class Texts {
  private readonly known = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly places = new Numbers();

  /** Puts a text, or none, in a place. */
  set(at: number, text: string | null): void {
    this.places.set(at, text === null ? null : this.placeOf(text));
  }

  get(at: number): string | null {
    const place = this.places.get(at);
    return place === null ? null : this.texts[place]!;
  }

  /** Lets go of the room that is not needed. */
  trim(length: number): void {
    this.places.trim(length);
  }

  private placeOf(text: string): number {
    let place = this.known.get(text);
    if (place === undefined) {
      place = this.texts.push(text) - 1;
      this.known.set(text, place);
    }
    return place;
  }
}
