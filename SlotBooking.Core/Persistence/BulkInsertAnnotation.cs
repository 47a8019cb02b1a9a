using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlotBooking.Core.Persistence;

/// <summary>Marks entities whose new rows are written by <see cref="NewRows"/> instead of EF Core.</summary>
internal static class BulkInsertAnnotation
{
    private const string Order = "SlotBooking:BulkInsertOrder";
    private const string IsReferenced = "SlotBooking:BulkInsertReferenced";

    extension<T>(EntityTypeBuilder<T> builder)
        where T : class
    {
        /// <summary>Writes new rows in bulk. Tables with a lower order are written first, as their foreign keys ask for.</summary>
        /// <param name="order">The table's place among all that are written in bulk.</param>
        /// <param name="isReferenced">Whether rows of other tables refer to the new row by a foreign key: then the context keeps it.</param>
        public void InsertInBulk(int order, bool isReferenced = false)
        {
            builder.HasAnnotation(Order, order);
            builder.HasAnnotation(IsReferenced, isReferenced);
        }
    }

    extension(IReadOnlyEntityType type)
    {
        /// <summary>Gets the table's place among those that are written in bulk; null when EF Core writes it.</summary>
        public int? BulkInsertOrder => type.FindRuntimeOrModelAnnotation(Order) as int?;

        /// <summary>Gets whether the context keeps a row that was written in bulk.</summary>
        public bool IsReferencedInBulk => type.FindRuntimeOrModelAnnotation(IsReferenced) is true;

        private object? FindRuntimeOrModelAnnotation(string name) => type.FindAnnotation(name)?.Value;
    }
}
