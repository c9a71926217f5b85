namespace DialInsight.Storage.Conformance;

/// <summary>What conditions, orders and counts mean for every kind of field.</summary>
public abstract class QueryConformance<TPlace> : DocumentStoreConformance<TPlace>
    where TPlace : IStorePlace, new()
{
    private static readonly DateTimeOffset s_noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>a, b and c ascend in every field (c shares b's rank); "none" has no optional value.</summary>
    private static readonly Note[] s_notes =
    [
        new() { Id = "a", Topic = "apple", Size = -3, Rank = 1, Score = -0.5, Done = false, At = s_noon.AddMilliseconds(-1), State = NoteState.Closed },
        new() { Id = "b", Topic = "pear", Size = 4, Rank = 2, Score = 0.25, Done = true, At = s_noon, State = NoteState.InReview },
        new() { Id = "c", Topic = "梨", Size = 5_000_000_000, Rank = 2, Score = 1e9, Done = true, At = s_noon.AddDays(1), State = NoteState.Open },
        new() { Id = "none", Rank = 3 },
    ];

    public static TheoryData<string, object> MiddleValues => new()
    {
        { "topic", "pear" },
        { "size", 4L },
        { "size", 4 },
        { "score", 0.25 },
        { "at", s_noon },
        { "at", s_noon.ToOffset(TimeSpan.FromHours(8)) },
        { "state", NoteState.InReview },
    };

    [Theory]
    [MemberData(nameof(MiddleValues), DisableDiscoveryEnumeration = true)]
    public async Task Every_comparison_selects_by_value_and_skips_documents_without_one(string field, object middle)
    {
        await Notes.InsertManyAsync(s_notes, Cancellation);
        // Enums compare by name: Closed, InReview, Open ascend as the topics do.
        Assert.Equal(["b"], await IdsAsync(Query.All.Where(field, middle)));
        Assert.Equal(["c"], await IdsAsync(Query.All.After(field, middle)));
        Assert.Equal(["b", "c"], await IdsAsync(Query.All.From(field, middle)));
        Assert.Equal(["a"], await IdsAsync(Query.All.Before(field, middle)));
        Assert.Equal(["a", "b"], await IdsAsync(Query.All.UpTo(field, middle)));
        Assert.Equal(["b"], await IdsAsync(Query.All.WhereIn(field, [middle])));
        Assert.Equal(["none"], await IdsAsync(Query.All.Where(field, null)));
        Assert.Equal(3, await Notes.CountAsync(Query.All.From(field, middle), Cancellation) + await Notes.CountAsync(Query.All.Before(field, middle), Cancellation));
    }

    [Fact]
    public async Task Booleans_select_and_order()
    {
        await Notes.InsertManyAsync(s_notes, Cancellation);
        Assert.Equal(["b", "c"], await IdsAsync(Query.All.Where("done", true)));
        Assert.Equal(["a", "none"], await IdsAsync(Query.All.Where("done", false)));
        Assert.Equal(["a", "none", "b", "c"], await IdsAsync(Query.All.OrderBy("done")));
    }

    [Fact]
    public async Task The_id_is_a_field_too()
    {
        await Notes.InsertManyAsync(s_notes, Cancellation);
        Assert.Equal(["b", "c"], await IdsAsync(Query.All.After("id", "a").Before("id", "none")));
        Assert.Equal(["none", "c", "b", "a"], await IdsAsync(Query.All.OrderBy("id", descending: true)));
        Assert.Equal(["a", "none"], await IdsAsync(Query.All.WhereIn("id", ["none", "a", "absent"])));
        Assert.Empty(await IdsAsync(Query.All.Where("id", null)));
    }

    [Fact]
    public async Task Conditions_all_hold_together()
    {
        await Notes.InsertManyAsync(s_notes, Cancellation);
        Assert.Equal(["c"], await IdsAsync(Query.All.Where("rank", 2).Where("done", true).After("at", s_noon)));
        Assert.Empty(await IdsAsync(Query.All.Where("rank", 1).Where("done", true)));
        Assert.Equal(["b"], await IdsAsync(Query.All.Where("rank", 2).WhereIn("state", [NoteState.Closed, NoteState.InReview])));
    }

    [Fact]
    public async Task One_of_no_values_matches_nothing_and_more_than_500_are_refused()
    {
        await Notes.InsertManyAsync(s_notes, Cancellation);
        Assert.Empty(await IdsAsync(Query.All.WhereIn("rank", [])));
        Assert.Equal(4, (await IdsAsync(Query.All.WhereIn("rank", [.. Enumerable.Range(1, 500).Cast<object>()]))).Length);
        await Assert.ThrowsAsync<ArgumentException>(() => IdsAsync(Query.All.WhereIn("rank", [.. Enumerable.Range(1, 501).Cast<object>()])));
    }

    [Fact]
    public async Task Equal_order_values_follow_by_id_in_the_same_direction()
    {
        await Notes.InsertManyAsync(s_notes, Cancellation);
        Assert.Equal(["a", "b", "c", "none"], await IdsAsync(Query.All.OrderBy("rank")));
        Assert.Equal(["none", "c", "b", "a"], await IdsAsync(Query.All.OrderBy("rank", descending: true)));
    }

    [Theory]
    [InlineData("topic")]
    [InlineData("size")]
    [InlineData("score")]
    [InlineData("at")]
    [InlineData("state")]
    public async Task Documents_without_an_order_value_come_first(string field)
    {
        await Notes.InsertManyAsync(s_notes, Cancellation);
        await Notes.InsertAsync(new Note { Id = "0-none" }, Cancellation);
        Assert.Equal(["0-none", "none", "a", "b", "c"], await IdsAsync(Query.All.OrderBy(field)));
        Assert.Equal(["c", "b", "a", "none", "0-none"], await IdsAsync(Query.All.OrderBy(field, descending: true)));
    }

    [Fact]
    public async Task Strings_order_by_their_bytes()
    {
        string[] ordered = ["", "B", "a", "a\0", "a\0b", "aa", "b", "é", "中", "\uFFFD", "𝄞"];
        await Notes.InsertManyAsync([.. ordered.Select((topic, i) => new Note { Id = $"{9 - i % 10}{i}", Topic = topic })], Cancellation);
        Assert.Equal(ordered, (await ListAsync(Query.All.OrderBy("topic"))).Select(note => note.Document.Topic));
        Assert.Equal(ordered[..5], (await ListAsync(Query.All.Before("topic", "aa").OrderBy("topic"))).Select(note => note.Document.Topic));
        Assert.Equal("a\0b", Assert.Single(await ListAsync(Query.All.Where("topic", "a\0b"))).Document.Topic);
        Assert.Equal("", Assert.Single(await ListAsync(Query.All.Where("topic", ""))).Document.Topic);
    }

    [Fact]
    public async Task Take_keeps_the_first_ones()
    {
        await Notes.InsertManyAsync(s_notes, Cancellation);
        Assert.Equal(["none", "c"], await IdsAsync(Query.All.OrderBy("rank", descending: true).Take(2)));
        Assert.Empty(await IdsAsync(Query.All.Take(0)));
        Assert.Equal(4, (await IdsAsync(Query.All.Take(100))).Length);
        Assert.Equal(4, await Notes.CountAsync(Query.All.Take(2), Cancellation));
    }

    [Fact]
    public async Task Counts_are_grouped_by_a_fields_text()
    {
        await Notes.InsertManyAsync(s_notes, Cancellation);
        await Notes.InsertAsync(new Note { Id = "d", State = NoteState.Open, Rank = 2, Score = 2 }, Cancellation);
        Assert.Equal(
            new Dictionary<string, long> { ["Open"] = 2, ["InReview"] = 1, ["Closed"] = 1, [""] = 1 },
            await Notes.CountByAsync(Query.All, "state", Cancellation));
        Assert.Equal(new Dictionary<string, long> { ["2"] = 3 }, await Notes.CountByAsync(Query.All.Where("rank", 2), "rank", Cancellation));
        Assert.Equal(new Dictionary<string, long> { ["true"] = 2, ["false"] = 1 }, await Notes.CountByAsync(Query.All.Where("rank", 2), "done", Cancellation));
        Assert.Empty(await Notes.CountByAsync(Query.All.Where("rank", 99), "state", Cancellation));
    }

    [Fact]
    public async Task No_value_and_the_empty_text_count_together()
    {
        await Notes.InsertManyAsync([new Note { Id = "a" }, new Note { Id = "b", Topic = "" }], Cancellation);
        Assert.Equal(new Dictionary<string, long> { [""] = 2 }, await Notes.CountByAsync(Query.All, "topic", Cancellation));
        Assert.Equal(["a"], await IdsAsync(Query.All.Where("topic", null)));
        Assert.Equal(["b"], await IdsAsync(Query.All.Where("topic", "")));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("Topic")]
    [InlineData("_body")]
    [InlineData("rank\" = 1 OR 1 = 1 --")]
    [InlineData("")]
    public async Task Fields_that_are_not_declared_are_refused(string field)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => IdsAsync(Query.All.Where(field, 1)));
        await Assert.ThrowsAsync<ArgumentException>(() => IdsAsync(Query.All.OrderBy(field)));
        await Assert.ThrowsAsync<ArgumentException>(() => Notes.CountAsync(Query.All.After(field, 1), Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Notes.CountByAsync(Query.All, field, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Notes.DeleteWhereAsync(Query.All.Where(field, 1), Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Notes.PageAsync(Query.All.OrderBy(field), null, 1, Cancellation));
    }

    [Fact]
    public async Task Values_that_cannot_be_compared_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => IdsAsync(Query.All.Where("topic", new object())));
        await Assert.ThrowsAsync<ArgumentException>(() => IdsAsync(Query.All.After("topic", null!)));
    }
}
