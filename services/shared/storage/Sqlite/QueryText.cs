using System.Numerics;
using System.Text;

namespace DialInsight.Storage.Sqlite;

/// <summary>A query's conditions as a WHERE clause with its values. Values are always parameters.</summary>
internal sealed class QueryText
{
    private readonly StringBuilder _where = new();
    private readonly List<SqliteValue> _values = [];

    /// <summary>Translates the conditions of a checked query; with a position, what comes after it in the query's order.</summary>
    public QueryText(Query query, Position? after = null)
    {
        foreach (Condition condition in query.Conditions)
        {
            // Of two bounds on one side SQLite may go by the further one, and read all that lies between the two for every page: a plus says which bound it is not to go by.
            bool isOrder = after is not null && condition.Field == query.OrderField;
            Add(condition, lower: isOrder && !query.Descending ? "+" : "", upper: isOrder && query.Descending ? "+" : "");
        }

        if (after is not null)
            After(query, after);
    }

    /// <summary>The clause with a leading space, or nothing.</summary>
    public string Where => _where.Length == 0 ? "" : $" WHERE {_where}";

    /// <summary>The values, in order.</summary>
    public ReadOnlySpan<SqliteValue> Values => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values);

    /// <summary>The query's ORDER BY clause, with a leading space.</summary>
    public static string OrderBy(Query query)
    {
        string direction = query.Descending ? " DESC" : "";
        return query.OrderField == "id"
            ? $" ORDER BY id{direction}"
            : $" ORDER BY {CollectionText.Quote(query.OrderField)}{direction}, id{direction}";
    }

    private void After(Query query, Position position)
    {
        char direction = query.Descending ? '<' : '>';
        if (query.OrderField == "id")
            And($"id {direction} ?", SqliteValue.Of(position.Id));
        else
            And($"({CollectionText.Quote(query.OrderField)}, id) {direction} (?, ?)", SqliteValue.From(position.Order, query.OrderField), SqliteValue.Of(position.Id));
    }

    private void Add(Condition condition, string lower, string upper)
    {
        string column = CollectionText.Quote(condition.Field);
        if (condition.Comparison == Comparison.In)
        {
            AddIn(column, condition);
            return;
        }

        SqliteValue value = SqliteValue.From(condition.Value, condition.Field);
        And(condition.Comparison switch
        {
            Comparison.Equal => $"{column} = ?",
            Comparison.Greater => $"{lower}{column} > ?",
            Comparison.GreaterOrEqual => $"{lower}{column} >= ?",
            Comparison.Less => $"{upper}{column} < ? AND {lower}{column} > {CollectionText.None}",
            Comparison.LessOrEqual => $"{upper}{column} <= ? AND {lower}{column} > {CollectionText.None}",
            _ => throw new ArgumentException($"Unknown comparison {condition.Comparison}."),
        }, value);
    }

    // The list is padded to a power of two with its last value, so that few different statements are prepared.
    private void AddIn(string column, Condition condition)
    {
        SqliteValue[] values = [.. ((IReadOnlyCollection<object>)condition.Value!).Select(value => SqliteValue.From(value, condition.Field))];
        if (values.Length == 0)
        {
            And("0");
            return;
        }

        int count = (int)BitOperations.RoundUpToPowerOf2((uint)values.Length);
        And($"{column} IN ({string.Join(',', Enumerable.Repeat('?', count))})", [.. values, .. Enumerable.Repeat(values[^1], count - values.Length)]);
    }

    private void And(string clause, params ReadOnlySpan<SqliteValue> values)
    {
        _where.Append(_where.Length == 0 ? "" : " AND ").Append(clause);
        _values.AddRange(values);
    }
}
