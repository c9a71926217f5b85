namespace DialInsight.Storage;

/// <summary>
/// A conjunction of conditions on indexed fields and one order. Immutable: each method returns a new query.
/// The document's id is the field <c>id</c>; documents that are equal by the order field follow by id in the same
/// direction, so that every order is total. Documents without a value come before all others, and last in descending order; comparisons other than equality skip them.
/// </summary>
public sealed record Query
{
    /// <summary>Every document, ordered by id.</summary>
    public static Query All { get; } = new();

    /// <summary>The conditions, all of which must hold.</summary>
    public IReadOnlyList<Condition> Conditions { get; private init; } = [];

    /// <summary>The field that orders the result; <c>id</c> unless said otherwise.</summary>
    public string OrderField { get; private init; } = "id";

    /// <summary>Whether the order is descending.</summary>
    public bool Descending { get; private init; }

    /// <summary>The largest number of documents to return; null is all.</summary>
    public int? Limit { get; private init; }

    /// <summary>Field equals value; null matches documents without a value.</summary>
    public Query Where(string field, object? value) => With(new Condition(field, Comparison.Equal, value));

    /// <summary>Field is one of the values (at most 500).</summary>
    public Query WhereIn(string field, IReadOnlyCollection<object> values) => With(new Condition(field, Comparison.In, values));

    /// <summary>Field is greater than value.</summary>
    public Query After(string field, object value) => With(new Condition(field, Comparison.Greater, value));

    /// <summary>Field is greater than or equal to value.</summary>
    public Query From(string field, object value) => With(new Condition(field, Comparison.GreaterOrEqual, value));

    /// <summary>Field is less than value.</summary>
    public Query Before(string field, object value) => With(new Condition(field, Comparison.Less, value));

    /// <summary>Field is less than or equal to value.</summary>
    public Query UpTo(string field, object value) => With(new Condition(field, Comparison.LessOrEqual, value));

    /// <summary>Orders by a field.</summary>
    public Query OrderBy(string field, bool descending = false) => this with { OrderField = field, Descending = descending };

    /// <summary>Keeps the first <paramref name="count"/> documents.</summary>
    public Query Take(int count) => this with { Limit = count };

    private Query With(Condition condition) => this with { Conditions = [.. Conditions, condition] };
}

/// <summary>One condition of a query.</summary>
/// <param name="Field">An indexed field, or <c>id</c>.</param>
/// <param name="Comparison">How the field is compared.</param>
/// <param name="Value">With what; a collection for <see cref="Comparison.In"/>.</param>
public sealed record Condition(string Field, Comparison Comparison, object? Value);

/// <summary>How a condition compares. Strings compare by ordinal (UTF-8 byte) order.</summary>
public enum Comparison
{
    /// <summary>Equal.</summary>
    Equal,

    /// <summary>One of.</summary>
    In,

    /// <summary>Greater than.</summary>
    Greater,

    /// <summary>Greater than or equal.</summary>
    GreaterOrEqual,

    /// <summary>Less than.</summary>
    Less,

    /// <summary>Less than or equal.</summary>
    LessOrEqual,
}
