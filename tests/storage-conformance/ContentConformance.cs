namespace DialInsight.Storage.Conformance;

/// <summary>What documents may hold, and which names and ids are refused.</summary>
public abstract class ContentConformance<TPlace> : DocumentStoreConformance<TPlace>
    where TPlace : IStorePlace, new()
{
    [Theory]
    [InlineData("")]
    [InlineData("中文 “引号” <b>&amp;</b> \\ / \t\r\n")]
    [InlineData("a\0b")]
    [InlineData("𝄞𠀀👩‍👩‍👧 e\u0301")]
    [InlineData("'; DROP TABLE notes; --")]
    [InlineData("\uFEFFbyte order mark\u2028")]
    public async Task Text_comes_back_as_it_went(string text)
    {
        string id = text.Length == 0 ? "empty" : text;
        var note = new Note { Id = id, Topic = text, Text = text };
        await Notes.InsertAsync(note, Cancellation);
        Assert.Equal(note, await ReadAsync(id));
        Assert.Equal([id], await IdsAsync(Query.All.Where("topic", text)));
    }

    [Fact]
    public async Task A_lone_surrogate_is_replaced_rather_than_fatal()
    {
        await Notes.InsertAsync(new Note { Id = "a", Topic = "x\uD800y", Text = "x\uD800y" }, Cancellation);
        Assert.Equal("x\uFFFDy", (await ReadAsync("a")).Text);
    }

    [Fact]
    public async Task A_document_of_a_megabyte_is_kept_whole()
    {
        string text = string.Concat(Enumerable.Repeat("长文本 long text ", 65_536));
        await Notes.InsertManyAsync([.. Enumerable.Range(0, 12).Select(i => new Note { Id = $"big{i:00}", Text = text, Rank = i })], Cancellation);
        Assert.Equal(text, (await ReadAsync("big07")).Text);
        Assert.Equal(12, (await ListAsync(Query.All.OrderBy("rank"))).Count(note => note.Document.Text.Length == text.Length));
    }

    [Fact]
    public async Task Extreme_numbers_and_times_come_back_and_compare()
    {
        Note[] notes =
        [
            new() { Id = "a", Size = long.MinValue, Score = double.MinValue, At = DateTimeOffset.MinValue, Rank = int.MinValue },
            new() { Id = "b", Size = 0, Score = double.Epsilon, At = new DateTimeOffset(2024, 2, 29, 23, 59, 59, 999, TimeSpan.FromHours(-11)), Rank = 0 },
            new() { Id = "c", Size = long.MaxValue, Score = double.MaxValue, At = new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero), Rank = int.MaxValue },
        ];
        await Notes.InsertManyAsync(notes, Cancellation);
        foreach (string field in (string[])["size", "score", "at", "rank"])
            Assert.Equal(notes, (await ListAsync(Query.All.OrderBy(field))).Select(note => note.Document));
        Assert.Equal(["c"], await IdsAsync(Query.All.Where("size", long.MaxValue)));
        Assert.Equal(["a"], await IdsAsync(Query.All.Before("score", 0d)));
    }

    [Fact]
    public async Task Ids_that_cannot_be_kept_are_refused()
    {
        foreach (string id in (string[])["", new string('x', 201), "\uDC00"])
            await Assert.ThrowsAsync<ArgumentException>(() => Notes.InsertAsync(new Note { Id = id }, Cancellation));
        Assert.True(await Notes.InsertAsync(new Note { Id = new string('x', 200) }, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Notes.UpsertManyAsync([new Note { Id = "fine" }, new Note { Id = "" }], Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ingest")]
    [InlineData("a b")]
    [InlineData("../up")]
    [InlineData("a\"b")]
    [InlineData("a\n")]
    [InlineData("名")]
    public void Names_of_databases_and_collections_are_lower_case_letters_digits_and_dashes(string name)
    {
        IDocumentStoreFactory factory = Connect();
        Assert.Throws<ArgumentException>(() => factory.Open(name));
        Assert.Throws<ArgumentException>(() => factory.Open("fine").Collection(Note.Definition with { Name = name }));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("Rank")]
    [InlineData("a-b")]
    [InlineData("a\"; DROP TABLE notes")]
    [InlineData("")]
    [InlineData("_body")]
    public void Names_of_fields_are_camel_case(string name)
    {
        IDocumentStore store = Connect().Open("fine");
        Assert.Throws<ArgumentException>(() => store.Collection(new CollectionDefinition<Note>("notes", note => note.Id, new IndexedField<Note>(name, note => note.Rank))));
    }

    [Fact]
    public void A_field_is_declared_once_and_a_compound_index_names_declared_fields()
    {
        IDocumentStore store = Connect().Open("fine");
        Assert.Throws<ArgumentException>(() => store.Collection(
            new CollectionDefinition<Note>("notes", note => note.Id, new("rank", note => note.Rank), new("rank", note => note.Size))));
        Assert.Throws<ArgumentException>(() => store.Collection(Note.Definition with { CompoundIndexes = [["rank", "absent"]] }));
    }

    [Fact]
    public async Task A_field_declared_later_is_filled_for_the_documents_that_are_there()
    {
        CollectionDefinition<Note> before = new("grown", note => note.Id, new IndexedField<Note>("rank", note => note.Rank));
        await Connect().Open("conformance").Collection(before).InsertManyAsync(
            [.. Enumerable.Range(0, 700).Select(i => new Note { Id = $"n{i:000}", Rank = i, Topic = i % 2 == 0 ? "even" : null })], Cancellation);
        IDocumentCollection<Note> after = Connect().Open("conformance").Collection(Note.Definition with { Name = "grown" });
        Assert.Equal(350, await after.CountAsync(Query.All.Where("topic", "even"), Cancellation));
        Assert.Equal(350, await after.CountAsync(Query.All.Where("topic", null), Cancellation));
        Versioned<Note>? first = await after.FindAsync("n000", Cancellation);
        Assert.Equal(1, first!.Version);
    }
}
