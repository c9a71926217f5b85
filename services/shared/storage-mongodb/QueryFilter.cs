using MongoDB.Bson;
using MongoDB.Driver;

namespace DialInsight.Storage.MongoDB;

/// <summary>Queries in the server's language.</summary>
internal static class QueryFilter
{
    private static readonly FilterDefinitionBuilder<BsonDocument> s_filter = Builders<BsonDocument>.Filter;

    /// <summary>The conditions of a checked query.</summary>
    public static FilterDefinition<BsonDocument> Conditions(Query query) =>
        query.Conditions.Count == 0 ? s_filter.Empty : s_filter.And(query.Conditions.Select(Condition));

    /// <summary>The query's order. An index on a field ends with the id, so that it serves both directions.</summary>
    public static SortDefinition<BsonDocument> Order(Query query)
    {
        SortDefinitionBuilder<BsonDocument> sort = Builders<BsonDocument>.Sort;
        string[] names = query.OrderField == "id" ? [StoredDocument.Id] : [query.OrderField, StoredDocument.Id];
        return sort.Combine(names.Select(name => query.Descending ? sort.Descending(name) : sort.Ascending(name)));
    }

    /// <summary>
    /// What comes after a position, as ranges that follow one another: equals by id, then the other values, then (descending) no value.
    /// Each is one range of the order's index, whatever the planner thinks of a disjunction. Comparisons stay within one type of value,
    /// which is all that a field has beside null.
    /// </summary>
    public static IReadOnlyList<FilterDefinition<BsonDocument>> RangesAfter(Query query, Position? position)
    {
        if (position is null)
            return [s_filter.Empty];
        FilterDefinition<BsonDocument> byId = query.Descending ? s_filter.Lt(StoredDocument.Id, position.Id) : s_filter.Gt(StoredDocument.Id, position.Id);
        if (query.OrderField == "id")
            return [byId];
        string field = query.OrderField;
        BsonValue order = BsonField.From(position.Order, field);
        FilterDefinition<BsonDocument> equals = s_filter.Eq(field, order) & byId;
        return (order.IsBsonNull, query.Descending) switch
        {
            (true, true) => [equals],
            (true, false) => [equals, s_filter.Ne(field, BsonNull.Value)],
            (false, true) => [equals, s_filter.Lt(field, order), s_filter.Eq(field, BsonNull.Value)],
            (false, false) => [equals, s_filter.Gt(field, order)],
        };
    }

    private static FilterDefinition<BsonDocument> Condition(Condition condition)
    {
        string name = StoredDocument.NameOf(condition.Field);
        if (condition.Comparison == Comparison.In)
            return s_filter.In(name, ((IReadOnlyCollection<object>)condition.Value!).Select(value => BsonField.From(value, condition.Field)));
        BsonValue value = BsonField.From(condition.Value, condition.Field);
        return condition.Comparison switch
        {
            Comparison.Equal => s_filter.Eq(name, value),
            Comparison.Greater => s_filter.Gt(name, value),
            Comparison.GreaterOrEqual => s_filter.Gte(name, value),
            Comparison.Less => s_filter.Lt(name, value),
            Comparison.LessOrEqual => s_filter.Lte(name, value),
            _ => throw new ArgumentException($"Unknown comparison {condition.Comparison}."),
        };
    }
}
