namespace DialInsight.Storage.Conformance;

/// <summary>A store answers every query as a plain list of the same documents would.</summary>
public abstract class PlainListConformance<TPlace> : DocumentStoreConformance<TPlace>
    where TPlace : IStorePlace, new()
{
    private static readonly Note[] s_notes = [.. Enumerable.Range(0, 60).Select(Create)];

    private static readonly IndexedField<Note>[] s_fields = [.. Note.Definition.Fields, new("id", note => note.Id)];

    public static TheoryData<Comparison> Comparisons => [.. Enum.GetValues<Comparison>()];

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task Every_condition_in_every_order(Comparison comparison)
    {
        await Notes.InsertManyAsync(s_notes, Cancellation);
        foreach (IndexedField<Note> field in s_fields)
        {
            object value = field.Value(s_notes[31]) ?? throw new InvalidOperationException("The middle document has every value.");
            Note[] selected = [.. s_notes.Where(note => Holds(comparison, Compare(field.Value(note), value), field.Value(note)))];
            Query query = Condition(comparison, field.Name, value);
            Assert.Equal(selected.Length, await Notes.CountAsync(query, Cancellation));
            foreach (IndexedField<Note> order in s_fields)
            {
                string[] ascending = [.. Ordered(selected, order).Select(note => note.Id)];
                Assert.Equal(ascending, await IdsAsync(query.OrderBy(order.Name)));
                Assert.Equal(ascending.Reverse(), await IdsAsync(query.OrderBy(order.Name, descending: true)));
            }
        }
    }

    [Fact]
    public async Task Every_pair_of_equalities()
    {
        await Notes.InsertManyAsync(s_notes, Cancellation);
        foreach (IndexedField<Note> first in s_fields)
        {
            foreach (IndexedField<Note> second in s_fields)
            {
                (object? left, object? right) = (first.Value(s_notes[6]), second.Value(s_notes[30]));
                string[] selected = [.. s_notes.Where(note => Compare(first.Value(note), left) == 0 && Compare(second.Value(note), right) == 0).Select(note => note.Id)];
                Assert.Equal(selected.Order(StringComparer.Ordinal), await IdsAsync(Query.All.Where(first.Name, left).Where(second.Name, right)));
            }
        }
    }

    private static Note Create(int i) => new()
    {
        Id = $"n{i * 17 % 60:00}",
        Topic = i % 3 == 0 ? null : $"topic {i % 5}",
        Size = i % 4 == 0 ? null : (i % 6 - 3) * 1_000_000_000L,
        Rank = i % 7,
        Score = i % 5 == 0 ? null : (i % 8 - 4) / 3.0,
        Done = i % 2 == 0,
        At = i % 6 == 0 ? null : DateTimeOffset.UnixEpoch.AddHours(i % 9 * 13).ToOffset(TimeSpan.FromHours(i % 4)),
        State = i % 8 == 0 ? null : (NoteState)(i % 3),
    };

    private static Query Condition(Comparison comparison, string field, object value) => comparison switch
    {
        Comparison.Equal => Query.All.Where(field, value),
        Comparison.In => Query.All.WhereIn(field, [value, value]),
        Comparison.Greater => Query.All.After(field, value),
        Comparison.GreaterOrEqual => Query.All.From(field, value),
        Comparison.Less => Query.All.Before(field, value),
        _ => Query.All.UpTo(field, value),
    };

    private static bool Holds(Comparison comparison, int order, object? value) => value is not null && comparison switch
    {
        Comparison.Equal or Comparison.In => order == 0,
        Comparison.Greater => order > 0,
        Comparison.GreaterOrEqual => order >= 0,
        Comparison.Less => order < 0,
        _ => order <= 0,
    };

    private static IEnumerable<Note> Ordered(IEnumerable<Note> notes, IndexedField<Note> field) => notes
        .OrderBy(field.Value, Comparer<object?>.Create(Compare))
        .ThenBy(note => note.Id, StringComparer.Ordinal);

    private static int Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.CompareOrdinal(a, b),
        (Enum a, Enum b) => string.CompareOrdinal(a.ToString(), b.ToString()),
        _ => Comparer<object>.Default.Compare(left, right),
    };
}
