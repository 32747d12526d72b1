/** One request to Graph as it travelled; `url` begins below the version segment and has the query. */
export type Asked = { method: string; url: string; contentType: string | null; body: string };

export type Answered = { status: number; contentType: string | null; body: string };

/** A request, and its answer where the whole of it arrived. */
export type Exchange = { asked: Asked; answered: Answered | null };
