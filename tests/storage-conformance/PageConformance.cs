namespace DialInsight.Storage.Conformance;

/// <summary>What paging and streaming promise while the collection changes.</summary>
public abstract class PageConformance<TPlace> : DocumentStoreConformance<TPlace>
    where TPlace : IStorePlace, new()
{
    public static TheoryData<string, bool> Orders => new()
    {
        { "id", false },
        { "id", true },
        { "topic", false },
        { "topic", true },
        { "size", false },
        { "size", true },
        { "score", true },
        { "at", false },
        { "done", true },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_join_to_the_whole_with_ties_and_gaps(string field, bool descending)
    {
        await Notes.InsertManyAsync([.. Enumerable.Range(0, 50).Select(Sparse)], Cancellation);
        Query query = Query.All.OrderBy(field, descending);
        string[] whole = await IdsAsync(query);
        Assert.Equal(50, whole.Distinct().Count());
        foreach (int size in (int[])[1, 7, 50, 100])
            Assert.Equal(whole, await IdsByPageAsync(query, size));
    }

    [Theory]
    [InlineData("id", "n05", "n40")]
    [InlineData("topic", "topic 1", "topic 3")]
    [InlineData("size", 1L, 4L)]
    [InlineData("score", 0.1, 0.3)]
    public async Task Pages_join_to_the_whole_between_bounds_of_their_order(string field, object low, object high)
    {
        await Notes.InsertManyAsync([.. Enumerable.Range(0, 50).Select(Sparse)], Cancellation);
        foreach (bool descending in (bool[])[false, true])
        {
            foreach (Query bounds in (Query[])[Query.All.From(field, low), Query.All.After(field, low), Query.All.UpTo(field, high), Query.All.Before(field, high), Query.All.After(field, low).UpTo(field, high)])
            {
                Query query = bounds.OrderBy(field, descending);
                string[] whole = await IdsAsync(query);
                Assert.InRange(whole.Length, 5, 49);
                foreach (int size in (int[])[1, 3, 20])
                    Assert.Equal(whole, await IdsByPageAsync(query, size));
            }
        }
    }

    [Fact]
    public async Task The_last_page_has_no_cursor_and_an_empty_result_is_one_empty_page()
    {
        Page<Note> empty = await Notes.PageAsync(Query.All, null, 5, Cancellation);
        Assert.Empty(empty.Items);
        Assert.Null(empty.NextCursor);
        await Notes.InsertManyAsync([.. Enumerable.Range(0, 5).Select(Sparse)], Cancellation);
        Assert.Null((await Notes.PageAsync(Query.All, null, 5, Cancellation)).NextCursor);
        Assert.NotNull((await Notes.PageAsync(Query.All, null, 4, Cancellation)).NextCursor);
    }

    [Fact]
    public async Task A_limit_holds_over_all_pages_together()
    {
        await Notes.InsertManyAsync([.. Enumerable.Range(0, 20).Select(Sparse)], Cancellation);
        Assert.Equal(10, (await IdsByPageAsync(Query.All.OrderBy("topic").Take(10), 4)).Length);
        Assert.Equal(8, (await IdsByPageAsync(Query.All.Take(8), 4)).Length);
    }

    [Fact]
    public async Task A_cursor_stays_where_it_is_while_documents_come_and_go()
    {
        await Notes.InsertManyAsync([.. Enumerable.Range(0, 10).Select(i => new Note { Id = $"m{i}", Rank = i })], Cancellation);
        Query query = Query.All.OrderBy("rank");
        Page<Note> first = await Notes.PageAsync(query, null, 5, Cancellation);
        await Notes.InsertManyAsync([.. Enumerable.Range(0, 10).Select(i => new Note { Id = $"before{i}", Rank = -i })], Cancellation);
        await Notes.DeleteAsync("m4", Cancellation);
        await Notes.InsertAsync(new Note { Id = "between", Rank = 7 }, Cancellation);
        Page<Note> second = await Notes.PageAsync(query, first.NextCursor, 10, Cancellation);
        Assert.Equal(["m5", "m6", "between", "m7", "m8", "m9"], second.Items.Select(note => note.Document.Id));
        Assert.Null(second.NextCursor);
    }

    [Fact]
    public async Task Cursors_of_other_queries_and_made_up_ones_are_refused()
    {
        await Notes.InsertManyAsync([.. Enumerable.Range(0, 10).Select(Sparse)], Cancellation);
        string cursor = (await Notes.PageAsync(Query.All.OrderBy("topic"), null, 2, Cancellation)).NextCursor!;
        foreach (Query other in (Query[])[Query.All, Query.All.OrderBy("topic", true), Query.All.Where("rank", 1).OrderBy("topic"), Query.All.OrderBy("topic").Take(5)])
            await Assert.ThrowsAsync<ArgumentException>(() => Notes.PageAsync(other, cursor, 2, Cancellation));
        foreach (string made in (string[])["", "x", "%%%", cursor[..^2], cursor + "AA", new string('A', 40)])
            await Assert.ThrowsAsync<ArgumentException>(() => Notes.PageAsync(Query.All.OrderBy("topic"), made, 2, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Notes.PageAsync(Query.All, null, 0, Cancellation));
    }

    [Fact]
    public async Task A_stream_gives_what_was_there_once_each_while_others_write()
    {
        await Notes.InsertManyAsync([.. Enumerable.Range(0, 1000).Select(i => new Note { Id = $"n{i:0000}", Rank = i })], Cancellation);
        var seen = new List<string>();
        await foreach (Versioned<Note> note in Notes.StreamAsync(Query.All.OrderBy("rank"), Cancellation))
        {
            seen.Add(note.Document.Id);
            if (seen.Count % 100 != 0)
                continue;
            // This one moves to the end of the order, ahead of the reader.
            await Notes.UpsertAsync(note.Document with { Rank = 5000 + seen.Count }, Cancellation);
            await Notes.InsertAsync(new Note { Id = $"late{seen.Count}", Rank = -1 }, Cancellation);
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(1000, seen.Count(id => id[0] == 'n'));
    }

    [Fact]
    public async Task A_stream_may_be_left_and_cancelled()
    {
        await Notes.InsertManyAsync([.. Enumerable.Range(0, 600).Select(Sparse)], Cancellation);
        await foreach (Versioned<Note> note in Notes.StreamAsync(Query.All, Cancellation))
        {
            Assert.Equal(1, note.Version);
            break;
        }

        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Versioned<Note> _ in Notes.StreamAsync(Query.All, source.Token))
                await source.CancelAsync();
        });
    }

    private static Note Sparse(int i) => new()
    {
        Id = $"n{i * 7 % 50:00}" + (i >= 50 ? $"-{i}" : ""),
        Topic = i % 3 == 0 ? null : $"topic {i % 5}",
        Size = i % 4 == 0 ? null : i % 6,
        Score = i % 5 == 0 ? null : i / 10 * 0.1,
        At = i % 7 == 0 ? null : DateTimeOffset.UnixEpoch.AddDays(i % 9),
        Done = i % 2 == 0,
    };

    private async Task<string[]> IdsByPageAsync(Query query, int size)
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            Page<Note> page = await Notes.PageAsync(query, cursor, size, Cancellation);
            Assert.True(page.Items.Count <= size);
            ids.AddRange(page.Items.Select(note => note.Document.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return [.. ids];
    }
}
