using DialInsight.Contracts.PromptAssembly;
using DialInsight.Quality.Calibrations;

namespace DialInsight.Quality.Tests;

/// <summary>Cohen's κ and its standard error, computed by hand from the published equations.</summary>
public sealed class Agreement_of_judge_and_people
{
    private static readonly QualityLevel[] s_levels = [QualityLevel.High, QualityLevel.Medium, QualityLevel.Low];

    [Fact]
    public void Two_levels_that_agree_in_seven_of_ten()
    {
        // p_o = 35/50, p_e = 0.5·0.6 + 0.5·0.4; variance (0.02743 + 0.02547 − 0.0025) / 0.5⁴ / 50.
        Agreement agreement = Of([20, 5, 0], [10, 15, 0], [0, 0, 0]);
        Assert.Equal((50, 0.7, 0.5), (agreement.Samples, Math.Round(agreement.Observed, 12), Math.Round(agreement.Expected, 12)));
        Assert.Equal(0.4, agreement.Kappa!.Value, 10);
        Assert.Equal(0.1269960629, agreement.StandardError!.Value, 9);
        Assert.Equal((0.151092, 0.648908), (Math.Round(agreement.Low!.Value, 6), Math.Round(agreement.High!.Value, 6)));
    }

    [Fact]
    public void Three_levels_with_equal_margins()
    {
        // p_o = 11/15, p_e = 1/3; variance 0.44 / 15.
        Agreement agreement = Of([4, 1, 0], [1, 3, 1], [0, 1, 4]);
        Assert.Equal(0.6, agreement.Kappa!.Value, 10);
        Assert.Equal(Math.Sqrt(0.44 / 15), agreement.StandardError!.Value, 10);
    }

    [Fact]
    public void Margins_that_differ_are_weighed_each_by_its_own_side()
    {
        // The same by the transpose: which of the two raters is the judge does not matter.
        Agreement one = Of([8, 4, 1], [0, 5, 3], [2, 0, 7]);
        Agreement other = Of([8, 0, 2], [4, 5, 0], [1, 3, 7]);
        Assert.Equal(one.Kappa!.Value, other.Kappa!.Value, 12);
        Assert.Equal(one.StandardError!.Value, other.StandardError!.Value, 12);
    }

    [Fact]
    public void Perfect_agreement_is_one_without_error_and_chance_is_zero()
    {
        Agreement perfect = Of([10, 0, 0], [0, 5, 0], [0, 0, 5]);
        Assert.Equal((1.0, 0.0, 1.0, 1.0), (perfect.Kappa, Math.Round(perfect.StandardError!.Value, 6), Math.Round(perfect.Low!.Value, 6), perfect.High));
        Assert.Equal(0, Of([9, 3, 0], [3, 1, 0], [0, 0, 0]).Kappa!.Value, 12);
    }

    [Fact]
    public void A_judge_who_knows_one_level_agrees_by_chance_alone()
    {
        var matrix = new ConfusionMatrix([QualityLevel.High, QualityLevel.Medium, QualityLevel.Low], [[21, 0, 0], [6, 0, 0], [0, 0, 0]]);
        Assert.True(matrix.IsOneSided);
        Agreement agreement = Agreement.Of(matrix);
        Assert.Equal((0, 0, 0, 0), (agreement.Kappa, agreement.StandardError, agreement.Low, agreement.High));
        Assert.False(new ConfusionMatrix(matrix.Levels, [[20, 1, 0], [6, 0, 0], [0, 0, 0]]).IsOneSided);
    }

    [Fact]
    public void One_level_for_everything_says_nothing()
    {
        Agreement agreement = Of([30, 0, 0], [0, 0, 0], [0, 0, 0]);
        Assert.Equal((1.0, 1.0), (agreement.Observed, agreement.Expected));
        Assert.Null(agreement.Kappa);
        Assert.Null(agreement.Low);
        Assert.Null(Of([0, 0, 0], [0, 0, 0], [0, 0, 0]).Kappa);
    }

    [Fact]
    public void A_judge_has_drifted_when_its_agreement_moved_by_more_than_chance()
    {
        Agreement good = Of([90, 5, 5], [5, 90, 5], [5, 5, 90]);
        Agreement bad = Of([50, 25, 25], [25, 50, 25], [25, 25, 50]);
        Assert.True(bad.HasDriftedFrom(good));
        Assert.True(bad.DeviationFrom(good) < -1.96);
        Assert.False(Of([89, 6, 5], [5, 90, 5], [5, 5, 90]).HasDriftedFrom(good));
    }

    [Fact]
    public void The_matrix_counts_people_by_row_and_judge_by_column()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of(
            [(QualityLevel.High, QualityLevel.Low), (QualityLevel.High, QualityLevel.Low), (QualityLevel.Medium, QualityLevel.Medium)]);
        Assert.Equal(s_levels, matrix.Levels);
        Assert.Equal<int>([0, 0, 2], matrix.Counts[0]);
        Assert.Equal<int>([0, 1, 0], matrix.Counts[1]);
        Assert.Equal<int>([0, 0, 0], matrix.Counts[2]);
    }

    private static Agreement Of(params int[][] counts) => Agreement.Of(new ConfusionMatrix(s_levels, counts));
}
