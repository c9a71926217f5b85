using DialInsight.Storage.Conformance;
using MongoDB.Bson;
using MongoDB.Driver;

namespace DialInsight.Storage.MongoDB.Tests;

/// <summary>What the adapter leaves on a server, and what it makes of a server that is not there.</summary>
public sealed class ServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_field_and_each_compound_has_an_index_that_ends_with_the_id()
    {
        await using var place = new MongoPlace();
        using var factory = (MongoDocumentStoreFactory)place.Connect();
        await factory.Open("indexes").Collection(Note.Definition).CountAsync(Query.All, Cancellation);
        using var client = new MongoClient(MongoPlace.Server);
        IMongoDatabase database = client.GetDatabase($"{new MongoUrl(place.ConnectionString).DatabaseName}-indexes");
        List<BsonDocument> indexes = await (await database.GetCollection<BsonDocument>("notes").Indexes.ListAsync(Cancellation)).ToListAsync(Cancellation);
        string[] keys = [.. indexes.Select(index => string.Join(',', index["key"].AsBsonDocument.Names)).Order(StringComparer.Ordinal)];
        Assert.Equal(["_id", "at,_id", "done,_id", "rank,_id", "score,_id", "size,_id", "state,_id", "state,at,_id", "topic,_id"], keys);
    }

    [Fact]
    public async Task The_body_is_legible_JSON_and_the_fields_stand_beside_it()
    {
        await using var place = new MongoPlace();
        using var factory = (MongoDocumentStoreFactory)place.Connect();
        await factory.Open("layout").Collection(Note.Definition).InsertAsync(new Note { Id = "a", Topic = "租房", Size = 5 }, Cancellation);
        using var client = new MongoClient(MongoPlace.Server);
        BsonDocument stored = await client.GetDatabase($"{new MongoUrl(place.ConnectionString).DatabaseName}-layout")
            .GetCollection<BsonDocument>("notes").Find(FilterDefinition<BsonDocument>.Empty).SingleAsync(Cancellation);
        Assert.Equal(["_id", "_version", "topic", "size", "rank", "score", "done", "at", "state", "_body"], stored.Names);
        Assert.Equal(("a", 1L, "租房", 5L), (stored["_id"].AsString, stored["_version"].AsInt64, stored["topic"].AsString, stored["size"].AsInt64));
        Assert.Contains("\"topic\":\"租房\"", stored["_body"].AsString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_upsert_counts_in_the_version_even_of_one_id_in_one_batch()
    {
        await using var place = new MongoPlace();
        using var factory = (MongoDocumentStoreFactory)place.Connect();
        IDocumentCollection<Note> notes = factory.Open("versions").Collection(Note.Definition);
        await notes.UpsertManyAsync([new Note { Id = "a" }, new Note { Id = "a", Rank = 1 }], Cancellation);
        await notes.UpsertAsync(new Note { Id = "a", Rank = 2 }, Cancellation);
        Assert.Equal(3, (await notes.FindAsync("a", Cancellation))!.Version);
    }

    [Fact]
    public async Task Of_many_upserts_of_a_new_id_none_is_refused()
    {
        await using var place = new MongoPlace();
        using var factory = (MongoDocumentStoreFactory)place.Connect();
        IDocumentCollection<Note> notes = factory.Open("upserts").Collection(Note.Definition);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => i % 2 == 0
            ? notes.UpsertAsync(new Note { Id = "a", Rank = i }, Cancellation)
            : notes.UpsertManyAsync([new Note { Id = "a", Rank = i }, new Note { Id = $"b{i}" }], Cancellation)));
        Assert.Equal(40, (await notes.FindAsync("a", Cancellation))!.Version);
        Assert.Equal(21, await notes.CountAsync(Query.All, Cancellation));
    }

    [Fact]
    public async Task A_document_that_no_server_takes_is_refused_by_name()
    {
        await using var place = new MongoPlace();
        using var factory = (MongoDocumentStoreFactory)place.Connect();
        IDocumentCollection<Note> notes = factory.Open("large").Collection(Note.Definition);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => notes.InsertAsync(new Note { Id = "huge", Text = new string('x', 17 << 20) }, Cancellation));
        Assert.Contains("'huge'", error.Message, StringComparison.Ordinal);
        Assert.True(await notes.InsertAsync(new Note { Id = "large", Text = new string('中', 5 << 20) }, Cancellation));
        Assert.Equal(5 << 20, (await notes.FindAsync("large", Cancellation))!.Document.Text.Length);
    }

    [Fact]
    public async Task A_body_that_is_not_the_documents_JSON_is_told_without_its_content()
    {
        await using var place = new MongoPlace();
        using var factory = (MongoDocumentStoreFactory)place.Connect();
        IDocumentCollection<Note> notes = factory.Open("broken").Collection(Note.Definition);
        await notes.CountAsync(Query.All, Cancellation);
        using var client = new MongoClient(MongoPlace.Server);
        await client.GetDatabase($"{new MongoUrl(place.ConnectionString).DatabaseName}-broken").GetCollection<BsonDocument>("notes")
            .InsertOneAsync(new BsonDocument { { "_id", "a" }, { "_version", 1L }, { "_body", "{\"text\":\"private\"" } }, null, Cancellation);
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => notes.FindAsync("a", Cancellation));
        Assert.Contains("'a'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("private", error.ToString(), StringComparison.Ordinal);
    }
}
