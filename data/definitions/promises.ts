/** What the API promises to programs built on it, in the order in which people ask. */
export const promises = [
  {
    title: 'Releases',
    text: 'A request that names a release, such as release=2018-09.1, gets the same figures to the last digit for as long as the release is served. An error found later is corrected in a new release (2018-09.2), never in an old one, and /revisions lists every figure it revised, with why. asOf=2019-05-01T12:00 in place of a release is the release that was current then.',
  },
  {
    title: 'Unversioned links',
    text: 'A request that names no release is answered from the current one, so its answer changes when a new release is made. Every answer names its release: in meta, in its file name or in its notes.',
  },
  {
    title: 'Names and meanings',
    text: 'Under /api/v1 no path, parameter, column, measure, unit, level or marker is removed, renamed or given another meaning. A measure counted in another way is another measure.',
  },
  {
    title: 'Order and paging',
    text: 'Columns keep their order, and new ones come last. Rows come in the order that the endpoint states, so pages never overlap: limit asks for a page, and meta.next and the Link header (rel="next") lead to the next page of the same release.',
  },
  {
    title: 'Lists',
    text: 'A list may be written with commas (measure=a,b) or by repeating its parameter (measure=a&measure=b). Tracking parameters that other sites add to links (utm_source, fbclid, gclid and the like) are ignored.',
  },
  {
    title: 'Missing figures',
    text: 'A missing figure is null with a marker, never zero: [x] where nobody reported it, [z] where it was not collected.',
  },
  {
    title: 'Errors',
    text: 'Errors are application/problem+json with status and detail and, where one parameter is at fault, its name and value. An unknown, empty or unusable parameter is refused with a reason and, where there is one, the nearest known value; nothing falls back to a default without saying so.',
  },
  {
    title: 'Some practices only',
    text: '/figures, /pairs, /changes/places and /funnel take supplier, size, fifth, status, switched and reported: practices are chosen by what they are like in the last month asked for, and areas are added up from them anew.',
  },
  {
    title: 'Tables of charts',
    text: '/charts/{chart}.csv, .xlsx and .parquet hold the table of a chart as Explore shows it: sort, filter, column, least and most arrange its rows, and columns (interval, rank, change, trend, measures and months) says which it has of places.',
  },
  {
    title: 'Images and frames',
    text: 'Every chart has lasting addresses: /charts/{chart}.png and .svg and, for frames in other sites, /embed/{chart}, with the choices that "Save, share or cite" below it writes out. Images also take shape=card (1,200 by 630 pixels, as pages that quote a link show it) or shape=bare (without title, notes and source, for a page that gives them), width (320 to 2,400 pixels) and theme (light or dark); frames follow the width and theme of the page around them, and tell it their height by a message. /oembed?url={address} makes any page with a chart, or any frame, an oEmbed answer for those who show charts in the place of links.',
  },
  {
    title: 'What may change',
    text: 'There may be more at any time: paths, optional parameters, columns, values in a list of values, fields in meta. Read by name, and ignore what you do not know. The wording of sentences, descriptions and errors may change, and so may the form of a cursor.',
  },
  {
    title: 'Breaking changes',
    text: 'What has to go is marked deprecated in the description for at least a year. A change that would break this comes as /api/v2, and /api/v1 stays for at least a year. Both are announced in the changelog.',
  },
] as const;
