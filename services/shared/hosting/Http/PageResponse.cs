using DialInsight.Storage;

namespace DialInsight.Hosting.Http;

/// <summary>One page of a list.</summary>
/// <param name="Items">The items.</param>
/// <param name="NextCursor">Give it as <c>cursor</c> to have the next page; null when there is nothing more.</param>
public sealed record PageResponse<TItem>(IReadOnlyList<TItem> Items, string? NextCursor);

/// <summary>Makes pages of what stores give.</summary>
public static class PageResponse
{
    /// <summary>The page with each document as <paramref name="shape"/> shows it.</summary>
    public static PageResponse<TItem> From<TDocument, TItem>(Page<TDocument> page, Func<TDocument, TItem> shape)
        where TDocument : class =>
        new([.. page.Items.Select(item => shape(item.Document))], page.NextCursor);
}
