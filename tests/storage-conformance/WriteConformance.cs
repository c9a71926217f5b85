namespace DialInsight.Storage.Conformance;

/// <summary>What inserting, replacing and deleting promise, alone and against one another.</summary>
public abstract class WriteConformance<TPlace> : DocumentStoreConformance<TPlace>
    where TPlace : IStorePlace, new()
{
    [Fact]
    public async Task A_document_is_found_as_it_was_inserted()
    {
        var note = new Note { Id = "a", Topic = "t", Size = 5, Rank = 2, Score = 1.5, Done = true, At = DateTimeOffset.UnixEpoch, State = NoteState.InReview };
        Assert.True(await Notes.InsertAsync(note, Cancellation));
        Assert.Equal(new Versioned<Note>(note, 1), await Notes.FindAsync("a", Cancellation));
    }

    [Fact]
    public async Task What_was_never_written_is_not_found()
    {
        Assert.Null(await Notes.FindAsync("nothing", Cancellation));
        Assert.Empty(await Notes.FindManyAsync(["nothing"], Cancellation));
        Assert.Empty(await Notes.FindManyAsync([], Cancellation));
        Assert.False(await Notes.DeleteAsync("nothing", Cancellation));
        Assert.False(await Notes.ReplaceAsync(new Note { Id = "nothing" }, 1, Cancellation));
    }

    [Fact]
    public async Task The_second_insert_of_an_id_changes_nothing()
    {
        Assert.True(await Notes.InsertAsync(new Note { Id = "a", Text = "first" }, Cancellation));
        Assert.False(await Notes.InsertAsync(new Note { Id = "a", Text = "second" }, Cancellation));
        Assert.Equal("first", (await ReadAsync("a")).Text);
    }

    [Fact]
    public async Task Of_many_inserters_of_one_id_exactly_one_is_told_so()
    {
        IDocumentCollection<Note> others = Connect().Open("conformance").Collection(Note.Definition);
        for (int round = 0; round < 5; round++)
        {
            bool[] inserted = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
                (i % 2 == 0 ? Notes : others).InsertAsync(new Note { Id = $"race-{round}", Rank = i }, Cancellation)));
            Assert.Single(inserted, true);
            Assert.Equal(Array.IndexOf(inserted, true), (await ReadAsync($"race-{round}")).Rank);
        }
    }

    [Fact]
    public async Task Thousands_at_once_are_waited_for()
    {
        bool[] inserted = await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => Notes.InsertAsync(new Note { Id = $"{i}" }, Cancellation)));
        Assert.DoesNotContain(false, inserted);
        Versioned<Note>?[] found = await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => Notes.FindAsync($"{i}", Cancellation)));
        Assert.All(found, Assert.NotNull);
    }

    [Fact]
    public async Task Of_many_replacers_of_one_version_exactly_one_is_told_so()
    {
        IDocumentCollection<Note> others = Connect().Open("conformance").Collection(Note.Definition);
        await Notes.InsertAsync(new Note { Id = "a" }, Cancellation);
        for (int version = 1; version <= 5; version++)
        {
            bool[] replaced = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
                (i % 2 == 0 ? Notes : others).ReplaceAsync(new Note { Id = "a", Rank = i }, version, Cancellation)));
            Assert.Single(replaced, true);
            Versioned<Note>? found = await others.FindAsync("a", Cancellation);
            Assert.Equal(version + 1, found!.Version);
            Assert.Equal(Array.IndexOf(replaced, true), found.Document.Rank);
        }
    }

    [Fact]
    public async Task Counting_by_read_and_replace_loses_no_step()
    {
        await Notes.InsertAsync(new Note { Id = "counter" }, Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            for (int step = 0; step < 10; step++)
                await IncrementAsync("counter");
        }));
        Assert.Equal(100, (await ReadAsync("counter")).Rank);
    }

    [Fact]
    public async Task Upsert_inserts_or_replaces_and_counts_versions()
    {
        await Notes.UpsertAsync(new Note { Id = "a", Topic = "one" }, Cancellation);
        await Notes.UpsertAsync(new Note { Id = "a", Topic = "two" }, Cancellation);
        Versioned<Note>? found = await Notes.FindAsync("a", Cancellation);
        Assert.Equal(2, found!.Version);
        Assert.Equal("two", found.Document.Topic);
        Assert.Equal(0, await Notes.CountAsync(Query.All.Where("topic", "one"), Cancellation));
        Assert.Equal(1, await Notes.CountAsync(Query.All.Where("topic", "two"), Cancellation));
    }

    [Fact]
    public async Task A_replaced_document_is_found_by_its_new_values_only()
    {
        await Notes.InsertAsync(new Note { Id = "a", State = NoteState.Open }, Cancellation);
        Assert.False(await Notes.ReplaceAsync(new Note { Id = "a", State = NoteState.Closed }, 2, Cancellation));
        Assert.Equal(["a"], await IdsAsync(Query.All.Where("state", NoteState.Open)));
        Assert.True(await Notes.ReplaceAsync(new Note { Id = "a", State = NoteState.Closed }, 1, Cancellation));
        Assert.Empty(await IdsAsync(Query.All.Where("state", NoteState.Open)));
        Assert.Equal(["a"], await IdsAsync(Query.All.Where("state", NoteState.Closed)));
    }

    [Fact]
    public async Task A_deleted_document_is_gone_and_may_come_again()
    {
        await Notes.InsertAsync(new Note { Id = "a" }, Cancellation);
        Assert.True(await Notes.DeleteAsync("a", Cancellation));
        Assert.False(await Notes.DeleteAsync("a", Cancellation));
        Assert.Null(await Notes.FindAsync("a", Cancellation));
        Assert.True(await Notes.InsertAsync(new Note { Id = "a" }, Cancellation));
    }

    [Fact]
    public async Task A_bulk_insert_tells_for_each_document_and_the_first_of_an_id_counts()
    {
        await Notes.InsertAsync(new Note { Id = "there", Text = "old" }, Cancellation);
        IReadOnlyList<bool> inserted = await Notes.InsertManyAsync(
            [
                new Note { Id = "a", Text = "first" },
                new Note { Id = "there", Text = "new" },
                new Note { Id = "a", Text = "second" },
                new Note { Id = "b" },
            ],
            Cancellation);
        Assert.Equal([true, false, false, true], inserted);
        Assert.Equal("first", (await ReadAsync("a")).Text);
        Assert.Equal("old", (await ReadAsync("there")).Text);
    }

    [Fact]
    public async Task A_large_bulk_insert_is_complete_and_repeatable()
    {
        Note[] notes = [.. Enumerable.Range(0, 1500).Select(i => new Note { Id = $"n{i}", Rank = i })];
        Assert.All(await Notes.InsertManyAsync(notes, Cancellation), Assert.True);
        Assert.All(await Notes.InsertManyAsync(notes, Cancellation), Assert.False);
        Assert.Equal(1500, await Notes.CountAsync(Query.All, Cancellation));
        Assert.Equal(1200, (await Notes.FindManyAsync([.. notes.Take(1200).Select(note => note.Id)], Cancellation)).Count);
        Assert.Empty(await Notes.InsertManyAsync([], Cancellation));
    }

    [Fact]
    public async Task In_a_bulk_upsert_the_last_of_an_id_stays()
    {
        await Notes.UpsertManyAsync([new Note { Id = "a", Rank = 1 }, new Note { Id = "b", Rank = 2 }, new Note { Id = "a", Rank = 3 }], Cancellation);
        Assert.Equal(3, (await ReadAsync("a")).Rank);
        Assert.Equal(2, (await ReadAsync("b")).Rank);
    }

    [Fact]
    public async Task Finding_many_answers_each_once()
    {
        await Notes.InsertManyAsync([new Note { Id = "a" }, new Note { Id = "b" }, new Note { Id = "c" }], Cancellation);
        IReadOnlyList<Versioned<Note>> found = await Notes.FindManyAsync(["a", "c", "a", "zzz"], Cancellation);
        Assert.Equal(["a", "c"], found.Select(note => note.Document.Id).Order());
    }

    [Fact]
    public async Task Deleting_by_conditions_deletes_those_and_counts_them()
    {
        await Notes.InsertManyAsync([.. Enumerable.Range(0, 1000).Select(i => new Note { Id = $"n{i:0000}", Done = i % 4 == 0 })], Cancellation);
        Assert.Equal(250, await Notes.DeleteWhereAsync(Query.All.Where("done", true), Cancellation));
        Assert.Equal(0, await Notes.DeleteWhereAsync(Query.All.Where("done", true), Cancellation));
        Assert.Equal(750, await Notes.CountAsync(Query.All, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Notes.DeleteWhereAsync(Query.All.Take(1), Cancellation));
        Assert.Equal(750, await Notes.DeleteWhereAsync(Query.All, Cancellation));
    }

    [Fact]
    public async Task A_cancelled_call_ends_as_cancelled()
    {
        await Notes.InsertAsync(new Note { Id = "a" }, Cancellation);
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Notes.InsertAsync(new Note { Id = "b" }, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Notes.FindAsync("a", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Notes.PageAsync(Query.All, null, 10, cancelled));
        Assert.Null(await Notes.FindAsync("b", Cancellation));
    }

    [Fact]
    public async Task What_one_process_wrote_another_reads()
    {
        await Notes.InsertAsync(new Note { Id = "a", Rank = 7 }, Cancellation);
        IDocumentCollection<Note> others = Connect().Open("conformance").Collection(Note.Definition);
        Assert.Equal(7, (await others.FindAsync("a", Cancellation))!.Document.Rank);
    }

    [Fact]
    public async Task Databases_and_collections_do_not_mix()
    {
        IDocumentStoreFactory factory = Connect();
        IDocumentStore store = factory.Open("conformance");
        Assert.Same(store, factory.Open("conformance"));
        Assert.Equal("conformance", store.Name);
        await Notes.InsertAsync(new Note { Id = "a" }, Cancellation);
        Assert.Null(await store.Collection(Note.Definition with { Name = "other-notes" }).FindAsync("a", Cancellation));
        Assert.Null(await factory.Open("another").Collection(Note.Definition).FindAsync("a", Cancellation));
        await store.CheckAsync(Cancellation);
    }

    private async Task IncrementAsync(string id)
    {
        while (true)
        {
            Versioned<Note>? note = await Notes.FindAsync(id, Cancellation);
            if (await Notes.ReplaceAsync(note!.Document with { Rank = note.Document.Rank + 1 }, note.Version, Cancellation))
                return;
        }
    }
}
